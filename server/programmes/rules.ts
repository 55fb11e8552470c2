import type { Profile } from '../assessment/schema.ts';
import type { Technology } from '../coverage/schema.ts';

/** The technologies that count under a profile, in its order. */
export const countingTechnologies = ({ families }: Profile): Technology[] => [
  ...new Set(Object.values(families).flatMap((family) => family?.technologies ?? [])),
];
