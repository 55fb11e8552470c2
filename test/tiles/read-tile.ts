import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** A feature as an independent reader finds it: its layer, its place in units of the tile, its properties. */
export interface ReadFeature {
  layer: string;
  x: number;
  y: number;
  properties: Record<string, string | number | boolean>;
}

/** The features of a vector tile, in its order. */
export function featuresOf(bytes: Uint8Array): ReadFeature[] {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.values(layers).flatMap((layer) =>
    Array.from({ length: layer.length }, (_, i) => {
      const feature = layer.feature(i);
      const [[{ x, y }]] = feature.loadGeometry();
      return { layer: layer.name, x, y, properties: feature.properties };
    }),
  );
}

/** The features that a reply has; none where it says that there is nothing. */
export async function readTile(reply: Response): Promise<ReadFeature[]> {
  const bytes = new Uint8Array(await reply.arrayBuffer());
  if (reply.status === 204) return [];
  if (reply.status !== 200) throw new Error(`${reply.status} ${new TextDecoder().decode(bytes)}`);
  return featuresOf(bytes);
}
