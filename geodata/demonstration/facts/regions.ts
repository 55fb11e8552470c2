import type { Names } from '../../../server/places/schema.ts';

export interface RegionFact {
  /** The first two digits of its KATO code. */
  prefix: string;
  names: Names;
  /** Rural residents on 1 January 2023. A city of republican significance has none. */
  ruralPopulation: number;
}

/**
 * The 17 oblasts and 3 cities of republican significance.
 * Codes and names: classifier of administrative-territorial objects (KATO), NK RK 11-2025.
 * Rural population on 1 January 2023: Bureau of National Statistics of the Republic of Kazakhstan, stat.gov.kz,
 * "Population of the Republic of Kazakhstan by sex and type of locality".
 */
export const regionFacts: readonly RegionFact[] = [
  region('10', 'Абай облысы', 'область Абай', 'Abai Region', 239_462),
  region('11', 'Ақмола облысы', 'Акмолинская область', 'Akmola Region', 345_984),
  region('15', 'Ақтөбе облысы', 'Актюбинская область', 'Aktobe Region', 235_703),
  region('19', 'Алматы облысы', 'Алматинская область', 'Almaty Region', 1_262_161),
  region('23', 'Атырау облысы', 'Атырауская область', 'Atyrau Region', 310_627),
  region('27', 'Батыс Қазақстан облысы', 'Западно-Казахстанская область', 'West Kazakhstan Region', 301_376),
  region('31', 'Жамбыл облысы', 'Жамбылская область', 'Zhambyl Region', 691_179),
  region('33', 'Жетісу облысы', 'область Жетісу', 'Zhetisu Region', 388_133),
  region('35', 'Қарағанды облысы', 'Карагандинская область', 'Karaganda Region', 212_435),
  region('39', 'Қостанай облысы', 'Костанайская область', 'Kostanay Region', 316_958),
  region('43', 'Қызылорда облысы', 'Кызылординская область', 'Kyzylorda Region', 442_423),
  region('47', 'Маңғыстау облысы', 'Мангистауская область', 'Mangystau Region', 420_052),
  region('55', 'Павлодар облысы', 'Павлодарская область', 'Pavlodar Region', 222_033),
  region('59', 'Солтүстік Қазақстан облысы', 'Северо-Казахстанская область', 'North Kazakhstan Region', 275_132),
  region('61', 'Түркістан облысы', 'Туркестанская область', 'Turkistan Region', 1_599_909),
  region('62', 'Ұлытау облысы', 'область Ұлытау', 'Ulytau Region', 46_328),
  region('63', 'Шығыс Қазақстан облысы', 'Восточно-Казахстанская область', 'East Kazakhstan Region', 246_850),
  region('71', 'Астана қаласы', 'город Астана', 'Astana', 0),
  region('75', 'Алматы қаласы', 'город Алматы', 'Almaty', 0),
  region('79', 'Шымкент қаласы', 'город Шымкент', 'Shymkent', 0),
];

function region(prefix: string, kk: string, ru: string, en: string, ruralPopulation: number): RegionFact {
  return { prefix, names: { kk, ru, en }, ruralPopulation };
}
