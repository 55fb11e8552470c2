import { z } from 'zod';

export const deepestZoom = 14;

const whole = z.coerce.number().int().min(0);

/** Zoom, column from the west and row from the north, as web maps count tiles. */
export const TilePlace = z.object({ z: whole, x: whole, y: whole });
export type TilePlace = z.infer<typeof TilePlace>;

/** TileJSON 3.0: https://github.com/mapbox/tilejson-spec/tree/master/3.0.0 */
export const TileDescription = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  tiles: z.array(z.string()),
  minzoom: z.int(),
  maxzoom: z.int(),
  bounds: z.array(z.number()).length(4),
  attribution: z.string(),
  vector_layers: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      minzoom: z.int(),
      maxzoom: z.int(),
      fields: z.record(z.string(), z.string()),
    }),
  ),
});
export type TileDescription = z.infer<typeof TileDescription>;
