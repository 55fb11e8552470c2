import type { CountryLive } from '../../server/places/schema.ts';
import { language } from '../i18n/index.ts';
import { type Country, decodeCountry } from './country.ts';
import { service } from './service.ts';

/** The living part and the places that it belongs to, of one moment. */
export async function fetchCountry(
  first: Promise<CountryLive>,
  known: Country | null,
): Promise<{ country: Country; live: CountryLive }> {
  for (let coming = first; ; coming = service.live()) {
    const live = await coming;
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
