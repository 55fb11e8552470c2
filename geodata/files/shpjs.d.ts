declare module 'shpjs' {
  /** The parts of one Shapefile; without `prj` positions are left as they are. */
  export default function shp(parts: { shp: Buffer; dbf: Buffer; cpg?: Buffer }): Promise<GeoJSON.FeatureCollection>;
}
