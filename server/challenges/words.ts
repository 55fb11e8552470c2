import type { EvidenceKind } from '../coverage/schema.ts';
import { type PrintLanguage, words as ofInquiries } from '../inquiries/words.ts';
import type { Challenge, ChallengeOutcome, ChallengeState, StatementStep } from './schema.ts';

/** The words of a challenge as a document. */
interface Words {
  title(reference: string): string;
  operator: string;
  place: string;
  raisedBy: string;
  parties: Record<Challenge['party'], string>;
  dueOn: string;
  state: string;
  states: Record<ChallengeState, string>;
  outcomes: Record<ChallengeOutcome, string>;
  disputed: string;
  /** That one person raised and decided it. */
  byOne: string;
  steps: Record<StatementStep, string>;
  kinds: Record<EvidenceKind, string>;
  speed(download: number | null, upload: number | null, latency: number | null): string;
  tests(count: number): string;
  test: string;
  file: string;
  signature: string;
  page(page: number, pages: number): string;
  printed(date: string): string;
}

const speeds =
  (locale: string, down: string, up: string, unit: string, delay: string) =>
  (download: number | null, upload: number | null, latency: number | null): string => {
    const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
    return [
      download !== null && `${down} ${number(download)}\u00a0${unit}`,
      upload !== null && `${up} ${number(upload)}\u00a0${unit}`,
      latency !== null && `${delay} ${number(latency)}\u00a0мс`,
    ]
      .filter(Boolean)
      .join(', ');
  };

export const words: Record<PrintLanguage, Words> = {
  kk: {
    ...ofInquiries.kk,
    title: (reference) => `Оператор мәлімдемесін даулау №\u00a0${reference}`,
    operator: 'Оператор',
    place: 'Облыс',
    raisedBy: 'Дауды бастаған',
    parties: { deputy: 'депутат', ministry: 'министрлік' },
    dueOn: 'Қарсылық білдіру мерзімі',
    state: 'Жай-күйі',
    states: {
      open: 'оператордың қарсылығы күтілуде',
      rebutted: 'оператор қарсылық білдірді, шешім күтілуде',
      conceded: 'оператор келісті, шешім күтілуде',
      undefended: 'қарсылық мерзімінде келген жоқ, шешім күтілуде',
      upheld: 'қанағаттандырылды',
      dismissed: 'қабылданбады',
      retracted: 'дау қайтарып алынды',
    },
    outcomes: { upheld: 'есепке алынбайды', dismissed: 'есепке алынады' },
    disputed: 'Дауланатын мәлімдемелер',
    byOne: 'Дауды бастаған адам шешім де қабылдады: жүйеде шешім қабылдай алатын басқа адам болған жоқ.',
    steps: {
      raise: 'Даудың негіздемесі',
      rebut: 'Оператордың қарсылығы',
      concede: 'Оператордың келісімі',
      retract: 'Дауды қайтарып алу',
      decide: 'Министрліктің шешімі',
      reverse: 'Шешімнің күшін жою',
    },
    kinds: {
      claim: 'оператордың мәлімдемесі',
      register: 'ресми тізілім',
      measurement: 'жылдамдық өлшемдері',
      inspection: 'орнында тексеру',
    },
    speed: speeds('kk-KZ', 'қабылдау', 'жіберу', 'Мбит/с', 'кідіріс'),
    tests: (count) => `${count} өлшем`,
    test: 'жылдамдық өлшемі',
    file: 'файл',
  },
  ru: {
    ...ofInquiries.ru,
    title: (reference) => `Оспаривание заявления оператора №\u00a0${reference}`,
    operator: 'Оператор',
    place: 'Область',
    raisedBy: 'Кем оспорено',
    parties: { deputy: 'депутатом', ministry: 'министерством' },
    dueOn: 'Срок для возражений',
    state: 'Состояние',
    states: {
      open: 'ожидается возражение оператора',
      rebutted: 'оператор возразил, ожидается решение',
      conceded: 'оператор согласился, ожидается решение',
      undefended: 'возражений в срок не поступило, ожидается решение',
      upheld: 'удовлетворено',
      dismissed: 'отклонено',
      retracted: 'оспаривание отозвано',
    },
    outcomes: { upheld: 'не учитывается', dismissed: 'учитывается' },
    disputed: 'Оспариваемые заявления',
    byOne: 'Решение принято тем же лицом, которое начало оспаривание: другого лица с правом решения в системе не было.',
    steps: {
      raise: 'Обоснование',
      rebut: 'Возражение оператора',
      concede: 'Согласие оператора',
      retract: 'Отзыв оспаривания',
      decide: 'Решение министерства',
      reverse: 'Отмена решения',
    },
    kinds: {
      claim: 'заявление оператора',
      register: 'официальный реестр',
      measurement: 'замеры скорости',
      inspection: 'проверка на месте',
    },
    speed: speeds('ru-RU', 'приём', 'передача', 'Мбит/с', 'задержка'),
    tests: (count) => `замеров: ${count}`,
    test: 'замер скорости',
    file: 'файл',
  },
};
