import type { Words } from './words.ts';

const daysLeft = (days: number): string => (days === 0 ? 'бүгін соңғы күн' : `${days} күн қалды`);

export const kk: Words = {
  notices: {
    'schedule-sent': ({ what, date }) => `Сізге жұмыс кестесі жіберілді: ${what}. Жауап беру мерзімі: ${date}.`,
    'answer-wanted': ({ what, date, days }) =>
      `Жауабыңыз күтілуде: ${what}. Жауап беру мерзімі: ${date} (${daysLeft(days)}).`,
    'answer-overdue': ({ operator, what, date, officers }) =>
      `«${operator}» операторы мерзімінде (${date}) жауап бермеді: ${what}.${officers && ` Жауапты тұлғаға хабарланды: ${officers}.`}`,
    declined: ({ operator, what }) => `«${operator}» операторы тағайындаудан бас тартты: ${what}.`,
    countered: ({ operator, what }) => `«${operator}» операторы басқа шарттар ұсынды: ${what}.`,
    'counter-taken': ({ what }) => `Сіз ұсынған шарттар қабылданды: ${what}.`,
    approved: ({ what }) => `Жұмыс кестесі бекітілді: ${what}.`,
    cancelled: ({ what }) => `Тағайындаулардың күші жойылды: ${what}.`,
    'change-asked': ({ operator, what }) => `Бекітілген кестені өзгерту сұралды («${operator}»): ${what}.`,
    'change-decided': ({ operator, what, accepted }) =>
      `Сұралған өзгеріс ${accepted ? 'қабылданды' : 'қабылданбады'} («${operator}»): ${what}.`,
    'blocker-raised': ({ operator, what }) => `«${operator}» операторы кедергі туралы хабарлады: ${what}.`,
    'blocker-decided': ({ what, accepted }) =>
      `Сіз хабарлаған кедергі ${accepted ? 'расталды' : 'расталмады'}: ${what}.`,
    operational: ({ operator, what }) =>
      `«${operator}» операторы қызметтің іске қосылғанын хабарлады, тексеру қажет: ${what}.`,
    verified: ({ what }) => `Қызмет тексерумен расталды: ${what}.`,
    returned: ({ what }) => `Тексеруден кейін қайтарылды: ${what}.`,
    'inquiry-asked': ({ inquiry, date }) =>
      `Сізге №\u00a0${inquiry} депутаттық сауал жолданды. Жауап беру мерзімі: ${date}.`,
    'inquiry-answered': ({ inquiry }) => `№\u00a0${inquiry} депутаттық сауалға жауап берілді.`,
    'inquiry-concluded': ({ inquiry }) => `№\u00a0${inquiry} депутаттық сауал жабылды.`,
    'inquiry-overdue': ({ inquiry, date }) =>
      `№\u00a0${inquiry} депутаттық сауалға мерзімінде (${date}) жауап берілмеді.`,
    'challenge-raised': ({ challenge, what, date }) =>
      `Компанияңыздың мәлімдемесі даулануда: №\u00a0${challenge}, ${what}. Жауап беру мерзімі: ${date}.`,
    'challenge-wanted': ({ challenge, date, days }) =>
      `№\u00a0${challenge} дауға қарсылығыңыз күтілуде. Мерзімі: ${date} (${daysLeft(days)}).`,
    'challenge-answered': ({ operator, challenge, accepted }) =>
      `№\u00a0${challenge} дау: «${operator}» операторы ${accepted ? 'келісті' : 'қарсылық білдірді'}.`,
    'challenge-undefended': ({ operator, challenge, date }) =>
      `№\u00a0${challenge} дау: «${operator}» операторы мерзімінде (${date}) жауап бермеді. Шешім қабылдауға болады.`,
    'challenge-decided': ({ operator, challenge, accepted }) =>
      `№\u00a0${challenge} дау («${operator}» операторы) ${accepted ? 'қанағаттандырылды' : 'қабылданбады'}.`,
    'challenge-retracted': ({ operator, challenge }) =>
      `№\u00a0${challenge} дауды («${operator}» операторы) оны бастаған тарап қайтарып алды.`,
    overdue: ({ region, what, quarter }) => `${region}: жоспарланған мерзімде (${quarter}) қосылмағаны: ${what}.`,
  },
  settlements: (count) => `${count} елді мекен`,
  country: 'Бүкіл ел',
  mail: {
    digestSubject: (count) => `Baylanys: ${count} хабарлама`,
    urgentSubject: (count) => (count === 1 ? 'Baylanys: шұғыл хабарлама' : `Baylanys: ${count} шұғыл хабарлама`),
    greeting: (name) => `Құрметті ${name}!`,
    digestIntroduction: 'Соңғы жиынтықтан бергі хабарламалар:',
    urgentIntroduction: 'Мерзімі таяған немесе өткен:',
    why: 'Бұл хатты Baylanys жүйесі есептік жазбаңыздың мекенжайына жіберді.',
    settings: 'Поштаға не келетінін таңдау',
    unsubscribe: { digest: 'Күнделікті жиынтықтан бас тарту', urgent: 'Шұғыл хаттардан бас тарту' },
  },
  leave: {
    title: 'Baylanys хаттары',
    question: {
      digest: 'Күнделікті жиынтық сізге енді жіберілмесін бе?',
      urgent: 'Шұғыл хабарламалар сізге поштамен енді жіберілмесін бе?',
    },
    button: 'Енді жіберілмесін',
    done: {
      digest: 'Күнделікті жиынтық сізге енді жіберілмейді.',
      urgent: 'Шұғыл хабарламалар сізге поштамен енді жіберілмейді.',
    },
    settings: 'Оларды есептік жазба бетінде қайта қосуға болады.',
  },
};
