import type { Words } from './words.ts';

const plurals = new Intl.PluralRules('ru');

const counted = (count: number, one: string, few: string, many: string): string => {
  const form = plurals.select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
};

const daysLeft = (days: number): string =>
  days === 0
    ? 'сегодня последний день'
    : `${plurals.select(days) === 'one' ? 'остался' : 'осталось'} ${counted(days, 'день', 'дня', 'дней')}`;

export const ru: Words = {
  notices: {
    'schedule-sent': ({ what, date }) => `Вам направлен график работ: ${what}. Срок ответа: ${date}`,
    'answer-wanted': ({ what, date, days }) =>
      `Ожидается ваш ответ: ${what}. Срок ответа: ${date} (${daysLeft(days)}).`,
    'answer-overdue': ({ operator, what, date, officers }) =>
      `Оператор «${operator}» не ответил в срок (${date}): ${what}.${officers && ` Уведомлено ответственное лицо: ${officers}.`}`,
    declined: ({ operator, what }) => `Оператор «${operator}» отклонил назначения: ${what}.`,
    countered: ({ operator, what }) => `Оператор «${operator}» предложил другие условия: ${what}.`,
    'counter-taken': ({ what }) => `Предложенные вами условия приняты: ${what}.`,
    approved: ({ what }) => `График работ утверждён: ${what}.`,
    cancelled: ({ what }) => `Назначения отменены: ${what}.`,
    'change-asked': ({ operator, what }) => `Запрошено изменение утверждённого графика («${operator}»): ${what}.`,
    'change-decided': ({ operator, what, accepted }) =>
      `Запрошенное изменение ${accepted ? 'принято' : 'отклонено'} («${operator}»): ${what}.`,
    'blocker-raised': ({ operator, what }) => `Оператор «${operator}» сообщил о препятствии: ${what}.`,
    'blocker-decided': ({ what, accepted }) =>
      `Препятствие, о котором вы сообщили, ${accepted ? 'подтверждено' : 'не подтверждено'}: ${what}.`,
    operational: ({ operator, what }) =>
      `Оператор «${operator}» сообщил, что услуга работает; требуется проверка: ${what}.`,
    verified: ({ what }) => `Проверка подтвердила услугу: ${what}.`,
    returned: ({ what }) => `Возвращено после проверки: ${what}.`,
    'inquiry-asked': ({ inquiry, date }) => `Вам направлен депутатский запрос №\u00a0${inquiry}. Срок ответа: ${date}`,
    'inquiry-answered': ({ inquiry }) => `На депутатский запрос №\u00a0${inquiry} дан ответ.`,
    'inquiry-concluded': ({ inquiry }) => `Депутатский запрос №\u00a0${inquiry} закрыт.`,
    'inquiry-overdue': ({ inquiry, date }) => `На депутатский запрос №\u00a0${inquiry} не ответили в срок (${date}).`,
    'challenge-raised': ({ challenge, what, date }) =>
      `Оспорено заявление вашей компании: №\u00a0${challenge}, ${what}. Срок ответа: ${date}`,
    'challenge-wanted': ({ challenge, date, days }) =>
      `Ожидается ваше возражение на оспаривание №\u00a0${challenge}. Срок: ${date} (${daysLeft(days)}).`,
    'challenge-answered': ({ operator, challenge, accepted }) =>
      `Оспаривание №\u00a0${challenge}: оператор «${operator}» ${accepted ? 'согласился' : 'возразил'}.`,
    'challenge-undefended': ({ operator, challenge, date }) =>
      `Оспаривание №\u00a0${challenge}: оператор «${operator}» не ответил в срок (${date}). Можно принять решение.`,
    'challenge-decided': ({ operator, challenge, accepted }) =>
      `Оспаривание №\u00a0${challenge} (оператор «${operator}») ${accepted ? 'удовлетворено' : 'отклонено'}.`,
    'challenge-retracted': ({ operator, challenge }) =>
      `Оспаривание №\u00a0${challenge} (оператор «${operator}») отозвано стороной, которая его начала.`,
    overdue: ({ region, what, quarter }) => `${region}: не подключено в запланированный срок (${quarter}): ${what}.`,
  },
  settlements: (count) => counted(count, 'населённый пункт', 'населённых пункта', 'населённых пунктов'),
  country: 'Вся страна',
  mail: {
    digestSubject: (count) => `Baylanys: ${counted(count, 'уведомление', 'уведомления', 'уведомлений')}`,
    urgentSubject: (count) =>
      count === 1
        ? 'Baylanys: срочно'
        : `Baylanys: срочно, ${counted(count, 'уведомление', 'уведомления', 'уведомлений')}`,
    greeting: (name) => `Здравствуйте, ${name}!`,
    digestIntroduction: 'Уведомления со времени последней сводки:',
    urgentIntroduction: 'Срок истекает или истёк:',
    why: 'Это письмо отправлено системой Baylanys на адрес вашей учётной записи.',
    settings: 'Выбрать, что приходит по почте',
    unsubscribe: { digest: 'Отказаться от ежедневной сводки', urgent: 'Отказаться от срочных писем' },
  },
  leave: {
    title: 'Письма Baylanys',
    question: {
      digest: 'Больше не присылать вам ежедневную сводку?',
      urgent: 'Больше не присылать вам срочные уведомления по почте?',
    },
    button: 'Больше не присылать',
    done: {
      digest: 'Ежедневная сводка вам больше не отправляется.',
      urgent: 'Срочные уведомления больше не отправляются вам по почте.',
    },
    settings: 'Включить их снова можно на странице учётной записи.',
  },
};
