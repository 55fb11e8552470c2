import { readFileSync } from 'node:fs';
import { ConstructionRules } from './schema.ts';

const folder = new URL('../../geodata/construction/', import.meta.url);

/** The rules of building that ship for a country. */
export function readConstructionRules(country: string): ConstructionRules {
  return ConstructionRules.parse(JSON.parse(readFileSync(new URL(`${country}.json`, folder), 'utf8')));
}

/** The rules of building of the country that this product serves. */
export const constructionRules = readConstructionRules('kazakhstan');
