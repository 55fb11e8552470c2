// The words that the wire's schemas allow, for choosing from: the schemas themselves stay
// out of the browser. A test holds these lists against them.
import type { Stage } from '../../server/assignments/schema.ts';
import type { Status } from '../../server/assessment/schema.ts';
import type { Technology } from '../../server/coverage/schema.ts';

export const statuses: readonly Status[] = ['unserved', 'underserved', 'contested', 'unknown', 'served'];

export const stages: readonly Stage[] = [
  'draft',
  'proposed',
  'accepted',
  'declined',
  'countered',
  'approved',
  'under_construction',
  'operational',
  'verified',
  'returned',
  'cancelled',
];

export const technologies: readonly Technology[] = [
  'fibre',
  'cable',
  'copper',
  'fixed-wireless',
  '5g',
  '4g',
  '3g',
  '2g',
  'satellite',
];
