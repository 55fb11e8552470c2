import type { Assignment } from '../assignments/schema.ts';
import type { MilestoneKind } from '../construction/schema.ts';
import type { Names } from '../places/schema.ts';

export const calendarLanguages = ['kk', 'ru', 'en'] as const;
export type CalendarLanguage = (typeof calendarLanguages)[number];

/** What is due. */
export type DueKind = 'answer' | 'start' | 'finish' | Exclude<MilestoneKind, 'on-air'>;

/** The words of the calendar in one language. */
interface Words {
  title(operator: string): string;
  due: Record<DueKind, string>;
  quarters({ startQuarter, finishQuarter }: Pick<Assignment, 'startQuarter' | 'finishQuarter'>): string;
}

const roman = ['I', 'II', 'III', 'IV'];
const parts = (quarter: string) => ({ year: quarter.slice(0, 4), number: roman[Number(quarter.slice(6)) - 1] });

export const calendarWords: Readonly<Record<CalendarLanguage, Words>> = {
  kk: {
    title: (operator) => `${operator}: міндеттемелер мерзімдері`,
    due: {
      answer: 'жауап берудің соңғы күні',
      start: 'жұмыстың басталуы',
      finish: 'аяқтаудың соңғы күні',
      survey: 'зерттеп-қарау',
      design: 'жобалау',
      land: 'жер учаскесі',
      power: 'электрмен жабдықтау',
      permits: 'рұқсат құжаттары',
      backhaul: 'магистральдық арна',
      construction: 'құрылыс',
      equipment: 'жабдық',
    },
    quarters({ startQuarter, finishQuarter }) {
      const [start, finish] = [parts(startQuarter), parts(finishQuarter)];
      return `${start.year}\u00a0ж. ${start.number}\u00a0тоқсан – ${finish.year}\u00a0ж. ${finish.number}\u00a0тоқсан`;
    },
  },
  ru: {
    title: (operator) => `${operator}: сроки обязательств`,
    due: {
      answer: 'последний день ответа',
      start: 'начало работ',
      finish: 'последний день завершения',
      survey: 'обследование',
      design: 'проектирование',
      land: 'земельный участок',
      power: 'электроснабжение',
      permits: 'разрешительные документы',
      backhaul: 'магистральный канал',
      construction: 'строительство',
      equipment: 'оборудование',
    },
    quarters({ startQuarter, finishQuarter }) {
      const [start, finish] = [parts(startQuarter), parts(finishQuarter)];
      return `${start.number}\u00a0кв. ${start.year}\u00a0г. – ${finish.number}\u00a0кв. ${finish.year}\u00a0г.`;
    },
  },
  en: {
    title: (operator) => `${operator}: deadlines of commitments`,
    due: {
      answer: 'last day to answer',
      start: 'work begins',
      finish: 'last day to finish',
      survey: 'survey',
      design: 'design',
      land: 'land',
      power: 'power supply',
      permits: 'permits',
      backhaul: 'backhaul',
      construction: 'construction',
      equipment: 'equipment',
    },
    quarters: ({ startQuarter, finishQuarter }) =>
      `${startQuarter.slice(5)} ${startQuarter.slice(0, 4)} – ${finishQuarter.slice(5)} ${finishQuarter.slice(0, 4)}`,
  },
};

/** A name in a language, else in the first that has it. */
export const nameIn = (names: Names, language: CalendarLanguage): string =>
  names[language] || names.ru || names.kk || names.en;
