// A country of too many settlements to be held in memory: what the page then asks of the service. See client/large.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Map as LeafletMap } from 'leaflet';
import type { FunctionComponent } from 'preact';
import type { CountryOverview, SettlementKey } from '../../server/places/schema.ts';
import type { Corner } from '../map/shapes.ts';
import type { Summary } from './summary.ts';

/** How many active assignments of an operator finish in a quarter, by `operator quarter`. */
export type Finishing = ReadonlyMap<string, number>;

export interface Served {
  /** The box that holds all settlements: west, south, east, north, degrees. */
  extent: CountryOverview['extent'];
  total: number;
  /** What all that match the filters amount to; null until the service has said. */
  summary: ReadonlySignal<Summary | null>;
  /** The rows of the list that are here, in its order, and those that the map shows. */
  listed: ReadonlySignal<readonly number[]>;
  drawn: ReadonlySignal<readonly number[]>;
  finishing: ReadonlySignal<Finishing | null>;
  /** All is known of the rows that an action would act upon, and they are no more than one action takes. */
  ready: ReadonlySignal<boolean>;
  /** The list is seen as far as this place in it. */
  reached(index: number): void;
  /** The row of a settlement, of which nothing may be known yet. */
  rowOf(key: SettlementKey): number;
  /** The rows inside a line drawn around them that match the filters. @throws {Problem} */
  within(corners: readonly Corner[]): Promise<readonly number[]>;
  /** Something has changed, here or elsewhere. */
  changed(): void;
  /** Draws on a map what the service tells. Returns the way to stop. */
  follow(map: LeafletMap): () => void;
  ListNote: FunctionComponent;
  MapNote: FunctionComponent;
  BarNote: FunctionComponent;
}

/** Null where all of the country is in memory. */
export const served = signal<Served | null>(null);
