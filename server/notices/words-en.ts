import type { Words } from './words.ts';

const daysLeft = (days: number): string =>
  days === 0 ? 'today is the last day' : days === 1 ? '1 day is left' : `${days} days are left`;

export const en: Words = {
  notices: {
    'schedule-sent': ({ what, date }) => `A work schedule was sent to you: ${what}. Answer by ${date}.`,
    'answer-wanted': ({ what, date, days }) => `Your answer is awaited: ${what}. Answer by ${date}; ${daysLeft(days)}.`,
    'answer-overdue': ({ operator, what, date, officers }) =>
      `${operator} has not answered in time (by ${date}): ${what}.${officers && ` Called upon: ${officers}.`}`,
    declined: ({ operator, what }) => `${operator} declined: ${what}.`,
    countered: ({ operator, what }) => `${operator} proposes other terms: ${what}.`,
    'counter-taken': ({ what }) => `The terms that you proposed were taken: ${what}.`,
    approved: ({ what }) => `The work schedule was approved: ${what}.`,
    cancelled: ({ what }) => `Assignments were cancelled: ${what}.`,
    'change-asked': ({ operator, what }) => `A change of what was approved is asked for (${operator}): ${what}.`,
    'change-decided': ({ operator, what, accepted }) =>
      `The change asked for was ${accepted ? 'accepted' : 'refused'} (${operator}): ${what}.`,
    'blocker-raised': ({ operator, what }) => `${operator} reports an obstacle: ${what}.`,
    'blocker-decided': ({ what, accepted }) =>
      `The obstacle that you reported was ${accepted ? 'confirmed' : 'not confirmed'}: ${what}.`,
    operational: ({ operator, what }) =>
      `${operator} reports that the service works; it awaits an inspection: ${what}.`,
    verified: ({ what }) => `An inspection confirmed the service: ${what}.`,
    returned: ({ what }) => `Returned after an inspection: ${what}.`,
    'inquiry-asked': ({ inquiry, date }) => `Deputy’s inquiry No.\u00a0${inquiry} was put to you. Answer by ${date}.`,
    'inquiry-answered': ({ inquiry }) => `Deputy’s inquiry No.\u00a0${inquiry} was answered.`,
    'inquiry-concluded': ({ inquiry }) => `Deputy’s inquiry No.\u00a0${inquiry} was closed.`,
    'inquiry-overdue': ({ inquiry, date }) =>
      `Deputy’s inquiry No.\u00a0${inquiry} was not answered in time (by ${date}).`,
    'challenge-raised': ({ challenge, what, date }) =>
      `What your company claims is challenged: No.\u00a0${challenge}, ${what}. Answer by ${date}.`,
    'challenge-wanted': ({ challenge, date, days }) =>
      `Your rebuttal of challenge No.\u00a0${challenge} is awaited by ${date}; ${daysLeft(days)}.`,
    'challenge-answered': ({ operator, challenge, accepted }) =>
      `${operator} ${accepted ? 'conceded' : 'rebutted'} challenge No.\u00a0${challenge}.`,
    'challenge-undefended': ({ operator, challenge, date }) =>
      `${operator} did not answer challenge No.\u00a0${challenge} in time (by ${date}); it can be decided.`,
    'challenge-decided': ({ operator, challenge, accepted }) =>
      `Challenge No.\u00a0${challenge} (${operator}) was ${accepted ? 'upheld' : 'dismissed'}.`,
    'challenge-retracted': ({ operator, challenge }) =>
      `Challenge No.\u00a0${challenge} (${operator}) was withdrawn by whoever raised it.`,
    overdue: ({ region, what, quarter }) => `${region}: planned for ${quarter} and not connected: ${what}.`,
  },
  settlements: (count) => (count === 1 ? '1 settlement' : `${count} settlements`),
  country: 'The whole country',
  mail: {
    digestSubject: (count) => (count === 1 ? 'Baylanys: 1 notice' : `Baylanys: ${count} notices`),
    urgentSubject: (count) => (count === 1 ? 'Baylanys: urgent' : `Baylanys: urgent, ${count} notices`),
    greeting: (name) => `Dear ${name},`,
    digestIntroduction: 'since the last digest:',
    urgentIntroduction: 'time is short or has run out:',
    why: 'Baylanys sends this to the address of your account.',
    settings: 'Choose what comes by mail',
    unsubscribe: { digest: 'No more daily digests', urgent: 'No more urgent mail' },
  },
  leave: {
    title: 'Mail from Baylanys',
    question: {
      digest: 'Shall the daily digest no longer be sent to you?',
      urgent: 'Shall urgent notices no longer be sent to you by mail?',
    },
    button: 'Send no more',
    done: {
      digest: 'The daily digest is no longer sent to you.',
      urgent: 'Urgent notices are no longer sent to you by mail.',
    },
    settings: 'It can be turned on again on the page of your account.',
  },
};
