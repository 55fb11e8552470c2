import type { CountryLive, CountryOverview } from '../../server/places/schema.ts';
import { language } from '../i18n/index.ts';
import { type Country, decodeCountry } from './country.ts';
import { service } from './service.ts';

/** What a page begins with: all of a country, or an overview of a large one. */
export type Opening = CountryLive | CountryOverview;
export const isLarge = (opening: Opening): opening is CountryOverview => 'extent' in opening;

/** The living part and the places that it belongs to, of one moment; of a large country the overview. */
export async function fetchCountry(
  first: Promise<Opening>,
  known: Country | null,
): Promise<{ country: Country; live: CountryLive } | CountryOverview> {
  for (let coming = first; ; coming = service.live()) {
    const live = await coming;
    if (isLarge(live)) return live;
    if (known?.hash === live.columns && known.namesHash === live.names) return { country: known, live };
    const [columns, names] = await Promise.all([
      service.columns(live.columns),
      service.names(language.peek(), live.names),
    ]);
    // An import may have come between.
    if (columns.hash === live.columns && names.hash === live.names)
      return { country: decodeCountry(columns, names), live };
  }
}
