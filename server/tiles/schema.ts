import { z } from 'zod';

export const deepestZoom = 14;

const whole = z.coerce.number().int().min(0);

/** Zoom, column from the west and row from the north, as web maps count tiles. */
export const TilePlace = z.object({ z: whole, x: whole, y: whole });
export type TilePlace = z.infer<typeof TilePlace>;
