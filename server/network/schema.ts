import { z } from 'zod';
import { CalendarDate } from '../places/schema.ts';

/** As the Open Fibre Data Standard 0.3 has them. */
export const NetworkStatus = z.enum([
  'proposed',
  'planned',
  'underConstruction',
  'operational',
  'decommissioned',
  'inactive',
]);
export type NetworkStatus = z.infer<typeof NetworkStatus>;

/** What a link that begins at a node can be. */
export const LinkTechnology = z.enum(['fibre', 'fixed-wireless', '4g', 'satellite']);
export type LinkTechnology = z.infer<typeof LinkTechnology>;

const common = {
  regionCode: z.string(),
  /** The same for the same network and node, however often the file is loaded. */
  id: z.uuid(),
  operatorCode: z.string(),
  name: z.string(),
  /** Null is unknown. */
  status: NetworkStatus.nullable(),
  /** When what is under construction shall be in service; of a node, by its spans too. */
  readyOn: CalendarDate.nullable(),
  dataset: z.string(),
};

/** A point of an operator's network at which links can begin. Degrees, EPSG:4326. */
export const NetworkNode = z.object({
  ...common,
  longitude: z.number(),
  latitude: z.number(),
  technologies: z.array(LinkTechnology),
});
export type NetworkNode = z.infer<typeof NetworkNode>;

/** A stretch of a network; it stands in the region in which its route begins. */
export const NetworkSpan = z.object({
  ...common,
  /** The nodes at its ends, where they are named. */
  startId: z.uuid().nullable(),
  endId: z.uuid().nullable(),
  /** Pairs of longitude and latitude, to seven decimals. */
  route: z.array(z.tuple([z.number(), z.number()])),
});
export type NetworkSpan = z.infer<typeof NetworkSpan>;

export const Network = z.object({ nodes: z.array(NetworkNode), spans: z.array(NetworkSpan) });
export type Network = z.infer<typeof Network>;

/** The network of one region, or all. */
export const NetworkQuery = z.object({ region: z.string().optional() });
