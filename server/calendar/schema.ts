import { z } from 'zod';

/** A calendar quarter, `2027-Q3`; sorts as text. */
export const Quarter = z.string().regex(/^(20\d\d)-Q[1-4]$/, 'a quarter such as 2027-Q3');
export type Quarter = z.infer<typeof Quarter>;
