import type { CountryOverview, SettlementKey } from '../../server/places/schema.ts';
import type { Country } from '../store/country.ts';
import { live } from '../store/state.ts';
import { Known } from './known.ts';
import { largeService } from './service.ts';

/** The regions and districts of a large country, and of its settlements only these. */
export async function placesWith(overview: CountryOverview, keys: readonly SettlementKey[]): Promise<Country> {
  const known = new Known(overview);
  live.value = known.live(overview);
  for await (const rows of largeService.rows(keys)) known.take(rows);
  return known.country;
}
