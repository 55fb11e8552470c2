/** How far outside a boundary, in degrees, a point is still taken for one inside: outlines are generalised. */
export const boundaryMargin = 0.05;
