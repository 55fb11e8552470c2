import { z } from 'zod';
import { Names } from '../places/schema.ts';

/** A company that provides or will provide service. */
export const Operator = z.object({
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  names: Names,
  /** Settlements that it can bring into service in one quarter; null is no limit. */
  quarterlyCapacity: z.int().min(0).nullable(),
});
export type Operator = z.infer<typeof Operator>;
