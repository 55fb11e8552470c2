import { Technology } from '../../server/coverage/schema.ts';

/** Words and codes by which files name technologies; the numbers are those of the FCC's Broadband Data Collection. */
const words: Record<Technology, readonly string[]> = {
  fibre: ['fiber', 'optic', 'ftth', 'fttb', 'fttp', 'fttx', 'gpon', 'xgs-pon', 'pon', 'оптика', 'волс', '50'],
  cable: ['docsis', 'hfc', 'coaxial', '40'],
  copper: ['dsl', 'adsl', 'vdsl', 'xdsl', '10'],
  'fixed-wireless': ['fwa', 'fixed wireless', 'fixed_wireless', 'wimax', 'wireless', '70', '71', '72'],
  '2g': ['gsm', 'gprs', 'edge'],
  '3g': ['umts', 'hspa', 'hspa+', 'wcdma', 'cdma'],
  '4g': ['lte', 'lte-a', '4g/lte', '4g lte'],
  '5g': ['nr', '5g nr', '5g-nr'],
  satellite: ['vsat', 'sat', 'leo', 'geo', 'спутник', '60', '61'],
};

const byWord = new Map(
  Object.entries(words).flatMap(([technology, list]) =>
    [technology, ...list].map((word): [string, Technology] => [word, technology as Technology]),
  ),
);

/** The technology that a file means; null where the word is not known. */
export function technologyOf(text: string): Technology | null {
  return byWord.get(text.trim().toLowerCase()) ?? null;
}
