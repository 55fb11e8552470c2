import type { Inquiry, Outcome } from './schema.ts';

export type PrintLanguage = 'kk' | 'ru';

interface Words {
  title(reference: string): string;
  askedBy: string;
  addressee: string;
  ministry: string;
  subject: string;
  subjects: Record<Inquiry['subject'], string>;
  figure: string;
  dueOn: string;
  overdue(days: number): string;
  question: string;
  answer(party: 'ministry' | 'operator'): string;
  noAnswer: string;
  outcome: string;
  outcomes: Record<Outcome, string>;
  signature: string;
  page(page: number, pages: number): string;
  printed(date: string): string;
}

export const words: Record<PrintLanguage, Words> = {
  kk: {
    title: (reference) => `Депутаттық сауал № ${reference}`,
    askedBy: 'Сауал жолдаған',
    addressee: 'Кімге',
    ministry: 'Министрлік',
    subject: 'Не туралы',
    subjects: {
      country: 'Бүкіл ел',
      region: 'Облыс',
      district: 'Аудан',
      settlement: 'Елді мекен',
      assignment: 'Елді мекендегі міндеттеме',
    },
    figure: 'Көрсеткіш',
    dueOn: 'Жауап беру мерзімі',
    overdue: (days) => `мерзімі ${days} күнге өткен`,
    question: 'Сауал',
    answer: (party) => (party === 'ministry' ? 'Министрліктің жауабы' : 'Оператордың жауабы'),
    noAnswer: 'Жауап әлі берілген жоқ.',
    outcome: 'Қорытынды',
    outcomes: {
      satisfied: 'Жауап қанағаттандырды',
      'not-satisfied': 'Жауап қанағаттандырмады',
      withdrawn: 'Сауал кері қайтарылып алынды',
    },
    signature: 'Қолы',
    page: (page, pages) => `${pages} беттің ${page}-беті`,
    printed: (date) => `Байланыс. ${date} басып шығарылды.`,
  },
  ru: {
    title: (reference) => `Депутатский запрос № ${reference}`,
    askedBy: 'Запрос направил(а)',
    addressee: 'Кому',
    ministry: 'Министерство',
    subject: 'О чём',
    subjects: {
      country: 'Вся страна',
      region: 'Область',
      district: 'Район',
      settlement: 'Населённый пункт',
      assignment: 'Обязательство в населённом пункте',
    },
    figure: 'Показатель',
    dueOn: 'Срок ответа',
    overdue: (days) => `просрочен, дней: ${days}`,
    question: 'Вопрос',
    answer: (party) => (party === 'ministry' ? 'Ответ министерства' : 'Ответ оператора'),
    noAnswer: 'Ответа пока нет.',
    outcome: 'Итог',
    outcomes: {
      satisfied: 'Ответ удовлетворил',
      'not-satisfied': 'Ответ не удовлетворил',
      withdrawn: 'Запрос отозван',
    },
    signature: 'Подпись',
    page: (page, pages) => `Страница ${page} из ${pages}`,
    printed: (date) => `Байланыс. Напечатано ${date}.`,
  },
};
