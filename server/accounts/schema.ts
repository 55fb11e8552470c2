import { z } from 'zod';

export const Role = z.enum(['planner', 'operator', 'deputy', 'administrator']);
export type Role = z.infer<typeof Role>;

/** Who is signed in. */
export const Viewer = z.object({
  login: z.string(),
  displayName: z.string(),
  role: Role,
  /** An operator's own company. */
  operatorCode: z.string().nullable(),
  /** A deputy's home region. */
  regionCode: z.string().nullable(),
  /** Of it, a deputy's home district, if the deputy answers for one. */
  districtCode: z.string().nullable(),
});
export type Viewer = z.infer<typeof Viewer>;

export const SignIn = z.object({ login: z.string().min(1).max(200), password: z.string().min(1).max(1000) });
export type SignIn = z.infer<typeof SignIn>;

/** What anyone may know before signing in. */
export const Installation = z.object({
  /** The country is the generated demonstration. */
  generated: z.boolean(),
  /** Only in the demonstration. */
  demonstrationAccounts: z.array(SignIn.extend({ role: Role })),
  /** What the sign-in service of the installation is called; null where it has none. */
  signInService: z.string().nullable(),
});
export type Installation = z.infer<typeof Installation>;
