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
    title: (reference) => `Депутаттық сауал №\u00a0${reference}`,
    askedBy: 'Сауал жолдаған',
    addressee: 'Кімге',
    ministry: 'Министрлік',
    subject: 'Сауалдың мәні',
    subjects: {
      country: 'Бүкіл ел',
      region: 'Облыс',
      district: 'Аудан',
      settlement: 'Елді мекен',
      assignment: 'Елді мекендегі міндеттеме',
    },
    figure: 'Көрсеткіш',
    dueOn: 'Жауап беру мерзімі',
    overdue: (days) => `мерзімі ${days} күн бұрын өтті`,
    question: 'Сауал мәтіні',
    answer: (party) => (party === 'ministry' ? 'Министрліктің жауабы' : 'Оператордың жауабы'),
    noAnswer: 'Жауап әлі берілген жоқ.',
    outcome: 'Қорытынды',
    outcomes: {
      satisfied: 'Жауап қанағаттанарлық деп танылды',
      'not-satisfied': 'Жауап қанағаттанарлықсыз деп танылды',
      withdrawn: 'Сауал қайтарып алынды',
    },
    signature: 'Қолы',
    page: (page, pages) => `${page}-бет, барлығы ${pages}`,
    printed: (date) => `Baylanys жүйесінен басып шығарылған күні: ${date}`,
  },
  ru: {
    title: (reference) => `Депутатский запрос №\u00a0${reference}`,
    askedBy: 'Автор запроса',
    addressee: 'Кому',
    ministry: 'Министерство',
    subject: 'Предмет запроса',
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
    question: 'Текст запроса',
    answer: (party) => (party === 'ministry' ? 'Ответ министерства' : 'Ответ оператора'),
    noAnswer: 'Ответа пока нет.',
    outcome: 'Итог',
    outcomes: {
      satisfied: 'Ответ признан удовлетворительным',
      'not-satisfied': 'Ответ признан неудовлетворительным',
      withdrawn: 'Запрос отозван',
    },
    signature: 'Подпись',
    page: (page, pages) => `Страница ${page} из ${pages}`,
    printed: (date) => `Распечатано из системы Baylanys ${date}`,
  },
};
