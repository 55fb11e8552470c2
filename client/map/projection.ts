/** Side of the world at zoom 0, pixels: spherical Mercator, EPSG:3857, as Leaflet and raster tiles have it. */
const side = 256;
const radians = Math.PI / 180;

/** Degrees to pixels from the left edge of the world. */
export const worldX = (longitude: number): number => (longitude / 360 + 0.5) * side;

/** Degrees to pixels from the top edge of the world. */
export const worldY = (latitude: number): number =>
  (0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)) / (2 * Math.PI)) * side;
