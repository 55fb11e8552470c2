import type { ReasonCode, Stage } from '../../assignments/schema.ts';
import type { Technology } from '../../coverage/schema.ts';
import type { Quarter } from '../../calendar/schema.ts';

export const documentLanguages = ['kk', 'ru'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

const roman = ['I', 'II', 'III', 'IV'];

/** The words of the schedule as a document that officials sign. */
interface Words {
  title: string;
  subtitle: string;
  parties(operator: string): string;
  programme: string;
  version(schedule: number | null): string;
  baseline(version: number, date: string): string;
  notAgreed(date: string): string;
  officer: string;
  headings: Record<
    | 'number'
    | 'code'
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
  signatures: {
    ministry: string;
    operator(name: string): string;
    position: string;
    name: string;
    signature: string;
    date: string;
  };
  stamp: string;
  frozen(version: number, hash: string): string;
  notFrozen: string;
  page(page: number, pages: number): string;
  sheet: string;
}

const parts = (quarter: Quarter) => ({ year: quarter.slice(0, 4), number: roman[Number(quarter.slice(6)) - 1] });

const kk: Words = {
  title: 'ЖҰМЫС КЕСТЕСІ',
  subtitle: 'елді мекендерді жоғары жылдамдықты интернетке қосу бойынша',
  parties: (operator) => `Тараптар: министрлік және байланыс операторы — ${operator}`,
  programme: 'Бағдарлама',
  version: (schedule) => (schedule === null ? 'Кесте әлі жіберілген жоқ' : `Кестенің ${schedule}-нұсқасы`),
  baseline: (version, date) => `Базалық жоспар №\u00a0${version}, бекітілген күні: ${date}`,
  notAgreed: (date) => `Бекітілмеген, ${date} күнгі жағдай бойынша`,
  officer: 'Жауапты тұлға',
  headings: {
    number: 'Р/с №',
    code: 'ӘАОЖ коды',
    settlement: 'Елді мекен',
    district: 'Облыс, аудан',
    residents: 'Халық саны, адам',
    answer: 'Кезеңі, оператордың жауабы',
    technology: 'Технология',
    start: 'Басталуы',
    finish: 'Аяқталуы',
    cost: 'Құны, теңге',
    subsidy: 'Субсидия, теңге',
  },
  total: 'Барлығы',
  settlements: (count) => `${count} елді мекен`,
  answers: {
    draft: 'Жоба, жіберілмеген',
    proposed: 'Жауап күтілуде',
    accepted: 'Қабылданған',
    declined: 'Бас тартылған',
    countered: 'Қарсы ұсыныс',
    approved: 'Бекітілген',
    under_construction: 'Салынуда',
    operational: 'Пайдалануға берілген',
    verified: 'Тексерумен расталған',
    returned: 'Тексеруден кейін қайтарылған',
    cancelled: 'Күші жойылған',
  },
  until: (date) => `жауап мерзімі: ${date}`,
  reasons: {
    power: 'электрмен жабдықтау',
    land: 'жер учаскесі',
    permit: 'рұқсат құжаты',
    backhaul: 'магистральдық арна',
    cost: 'құны',
    supply: 'жабдықты жеткізу',
    weather: 'ауа райы',
    'already-served': 'қызмет көрсетіліп жатыр',
    'wrong-data': 'деректер қате',
    other: 'басқа',
  },
  technologies: {
    fibre: 'ТОБЖ',
    cable: 'Кабельдік желі',
    copper: 'Мыс байланыс желісі',
    'fixed-wireless': 'Тіркелген сымсыз қолжетімділік',
    '2g': '2G ұялы байланыс',
    '3g': '3G ұялы байланыс',
    '4g': '4G ұялы байланыс',
    '5g': '5G ұялы байланыс',
    satellite: 'Спутниктік байланыс',
  },
  quarter(quarter) {
    const { year, number } = parts(quarter);
    return `${year}\u00a0ж. ${number}\u00a0тоқсан`;
  },
  signatures: {
    ministry: 'Министрлік атынан',
    operator: (name) => `Оператор атынан: ${name}`,
    position: 'Лауазымы',
    name: 'Т.А.Ә.',
    signature: 'Қолы',
    date: 'Күні',
  },
  stamp: 'М.О.',
  frozen: (version, hash) => `Базалық жоспар №\u00a0${version} · SHA-256 ${hash}`,
  notFrozen: 'Бекітілген базалық жоспар болып табылмайды',
  page: (page, pages) => `${page}-бет, барлығы ${pages}`,
  sheet: 'Жұмыс кестесі',
};

const ru: Words = {
  title: 'ГРАФИК РАБОТ',
  subtitle: 'по подключению населённых пунктов к высокоскоростному интернету',
  parties: (operator) => `Стороны: министерство и оператор связи — ${operator}`,
  programme: 'Программа',
  version: (schedule) => (schedule === null ? 'График ещё не направлен' : `Версия графика ${schedule}`),
  baseline: (version, date) => `Базовый план №\u00a0${version}, утверждён ${date}`,
  notAgreed: (date) => `Не утверждён, по состоянию на ${date}`,
  officer: 'Ответственное лицо',
  headings: {
    number: '№ п/п',
    code: 'Код КАТО',
    settlement: 'Населённый пункт',
    district: 'Область, район',
    residents: 'Население, человек',
    answer: 'Этап, ответ оператора',
    technology: 'Технология',
    start: 'Начало',
    finish: 'Завершение',
    cost: 'Стоимость, тенге',
    subsidy: 'Субсидия, тенге',
  },
  total: 'Итого',
  settlements: (count) => `населённых пунктов: ${count}`,
  answers: {
    draft: 'Проект, не направлен',
    proposed: 'Ожидается ответ',
    accepted: 'Принято',
    declined: 'Отклонено',
    countered: 'Встречное предложение',
    approved: 'Утверждено',
    under_construction: 'Строится',
    operational: 'Введено в эксплуатацию',
    verified: 'Подтверждено проверкой',
    returned: 'Возвращено после проверки',
    cancelled: 'Отменено',
  },
  until: (date) => `срок ответа: ${date}`,
  reasons: {
    power: 'электроснабжение',
    land: 'земельный участок',
    permit: 'разрешительный документ',
    backhaul: 'магистральный канал',
    cost: 'стоимость',
    supply: 'поставка оборудования',
    weather: 'погодные условия',
    'already-served': 'уже обслуживается',
    'wrong-data': 'ошибка в данных',
    other: 'иное',
  },
  technologies: {
    fibre: 'ВОЛС',
    cable: 'Кабельная сеть',
    copper: 'Медная линия',
    'fixed-wireless': 'Фиксированный беспроводной доступ',
    '2g': 'Мобильная связь 2G',
    '3g': 'Мобильная связь 3G',
    '4g': 'Мобильная связь 4G',
    '5g': 'Мобильная связь 5G',
    satellite: 'Спутниковая связь',
  },
  quarter(quarter) {
    const { year, number } = parts(quarter);
    return `${number}\u00a0кв. ${year}\u00a0г.`;
  },
  signatures: {
    ministry: 'От министерства',
    operator: (name) => `От оператора: ${name}`,
    position: 'Должность',
    name: 'Ф.И.О.',
    signature: 'Подпись',
    date: 'Дата',
  },
  stamp: 'М.П.',
  frozen: (version, hash) => `Базовый план №\u00a0${version} · SHA-256 ${hash}`,
  notFrozen: 'Не является утверждённым базовым планом',
  page: (page, pages) => `Страница ${page} из ${pages}`,
  sheet: 'График работ',
};

export const documentWords: Readonly<Record<DocumentLanguage, Words>> = { kk, ru };
