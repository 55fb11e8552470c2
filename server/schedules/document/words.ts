import type { ReasonCode, Stage } from '../../assignments/schema.ts';
import type { Technology } from '../../coverage/schema.ts';
import type { Quarter } from '../../calendar/schema.ts';

export const documentLanguages = ['kk', 'ru'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

const roman = ['I', 'II', 'III', 'IV'];

/** The words of the schedule as a document that officials sign. */
interface Words {
  title: string;
  subtitle(operator: string): string;
  programme: string;
  version(schedule: number | null): string;
  baseline(version: number, date: string): string;
  notAgreed(date: string): string;
  officer: string;
  headings: Record<
    | 'number'
    | 'settlement'
    | 'district'
    | 'residents'
    | 'answer'
    | 'technology'
    | 'start'
    | 'finish'
    | 'cost'
    | 'subsidy',
    string
  >;
  total: string;
  settlements(count: string): string;
  answers: Record<Stage, string>;
  until(date: string): string;
  reasons: Record<ReasonCode, string>;
  technologies: Record<Technology, string>;
  quarter(quarter: Quarter): string;
  signatures: { ministry: string; operator(name: string): string; position: string; name: string; signature: string };
  stamp: string;
  frozen(version: number, hash: string): string;
  notFrozen: string;
  page(page: number, pages: number): string;
  sheet: string;
}

const kk: Words = {
  title: 'ЖҰМЫС КЕСТЕСІ',
  subtitle: (operator) => `елді мекендерді интернетке қосу бойынша — ${operator}`,
  programme: 'Бағдарлама',
  version: (schedule) => (schedule === null ? 'Кесте әлі жіберілген жоқ' : `Кестенің ${schedule}-нұсқасы`),
  baseline: (version, date) => `Келісілген ${version}-нұсқа, ${date}`,
  notAgreed: (date) => `Келісілмеген, ${date} жағдайы бойынша`,
  officer: 'Жауапты тұлға',
  headings: {
    number: '№',
    settlement: 'Елді мекен',
    district: 'Облыс, аудан',
    residents: 'Халық саны',
    answer: 'Оператордың жауабы',
    technology: 'Технология',
    start: 'Басталуы',
    finish: 'Аяқталуы',
    cost: 'Құны, ₸',
    subsidy: 'Субсидия, ₸',
  },
  total: 'Барлығы',
  settlements: (count) => `елді мекендер: ${count}`,
  answers: {
    draft: 'Жоба, жіберілмеген',
    proposed: 'Жауап жоқ',
    accepted: 'Қабылдады',
    declined: 'Бас тартты',
    countered: 'Басқа шарт ұсынды',
    approved: 'Келісілді',
    under_construction: 'Келісілді, құрылыс жүріп жатыр',
    operational: 'Келісілді, іске қосылды',
    verified: 'Келісілді, тексерумен расталды',
    returned: 'Келісілді, тексеруден кейін қайтарылды',
    cancelled: 'Тоқтатылды',
  },
  until: (date) => `${date} дейін`,
  reasons: {
    power: 'электр қуаты',
    land: 'жер',
    permit: 'рұқсат',
    backhaul: 'магистраль',
    cost: 'құны',
    supply: 'жабдықтау',
    weather: 'ауа райы',
    'already-served': 'қызмет бар',
    'wrong-data': 'деректер қате',
    other: 'басқа',
  },
  technologies: {
    fibre: 'Оптикалық талшық',
    cable: 'Кабель',
    copper: 'Мыс желі',
    'fixed-wireless': 'Сымсыз (тіркелген)',
    '2g': '2G',
    '3g': '3G',
    '4g': '4G',
    '5g': '5G',
    satellite: 'Жерсерік',
  },
  quarter: (quarter) => `${quarter.slice(0, 4)} ж. ${roman[Number(quarter.slice(6)) - 1]} тоқсан`,
  signatures: {
    ministry: 'Министрліктен',
    operator: (name) => `Оператордан: ${name}`,
    position: 'Лауазымы',
    name: 'Т.А.Ә.',
    signature: 'Қолы, күні',
  },
  stamp: 'М.О.',
  frozen: (version, hash) => `${version}-нұсқа · SHA-256 ${hash}`,
  notFrozen: 'Келісілген нұсқа емес: қол қойылған файлы жоқ',
  page: (page, pages) => `${page}-бет, барлығы ${pages}`,
  sheet: 'Жұмыс кестесі',
};

const ru: Words = {
  title: 'ГРАФИК РАБОТ',
  subtitle: (operator) => `по подключению населённых пунктов к интернету — ${operator}`,
  programme: 'Программа',
  version: (schedule) => (schedule === null ? 'График ещё не отправлен' : `Версия графика ${schedule}`),
  baseline: (version, date) => `Согласованная редакция ${version} от ${date}`,
  notAgreed: (date) => `Не согласован, по состоянию на ${date}`,
  officer: 'Ответственное лицо',
  headings: {
    number: '№',
    settlement: 'Населённый пункт',
    district: 'Область, район',
    residents: 'Жителей',
    answer: 'Ответ оператора',
    technology: 'Технология',
    start: 'Начало',
    finish: 'Завершение',
    cost: 'Стоимость, ₸',
    subsidy: 'Субсидия, ₸',
  },
  total: 'Итого',
  settlements: (count) => `населённых пунктов: ${count}`,
  answers: {
    draft: 'Проект, не отправлен',
    proposed: 'Нет ответа',
    accepted: 'Принято',
    declined: 'Отклонено',
    countered: 'Встречные условия',
    approved: 'Согласовано',
    under_construction: 'Согласовано, строится',
    operational: 'Согласовано, введено',
    verified: 'Согласовано, подтверждено проверкой',
    returned: 'Согласовано, возвращено после проверки',
    cancelled: 'Отменено',
  },
  until: (date) => `до ${date}`,
  reasons: {
    power: 'электроснабжение',
    land: 'земля',
    permit: 'разрешение',
    backhaul: 'магистраль',
    cost: 'стоимость',
    supply: 'поставки',
    weather: 'погода',
    'already-served': 'связь уже есть',
    'wrong-data': 'ошибка в данных',
    other: 'другое',
  },
  technologies: {
    fibre: 'Оптоволокно',
    cable: 'Кабель',
    copper: 'Медная линия',
    'fixed-wireless': 'Фиксированная беспроводная',
    '2g': '2G',
    '3g': '3G',
    '4g': '4G',
    '5g': '5G',
    satellite: 'Спутник',
  },
  quarter: (quarter) => `${roman[Number(quarter.slice(6)) - 1]} кв. ${quarter.slice(0, 4)}`,
  signatures: {
    ministry: 'От министерства',
    operator: (name) => `От оператора: ${name}`,
    position: 'Должность',
    name: 'Ф.И.О.',
    signature: 'Подпись, дата',
  },
  stamp: 'М.П.',
  frozen: (version, hash) => `Редакция ${version} · SHA-256 ${hash}`,
  notFrozen: 'Не согласованная редакция: подписанного файла нет',
  page: (page, pages) => `Страница ${page} из ${pages}`,
  sheet: 'График работ',
};

export const documentWords: Readonly<Record<DocumentLanguage, Words>> = { kk, ru };
