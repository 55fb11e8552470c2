import { z } from 'zod';
import type { OpenIdSettings } from './accounts/openid-provider.ts';
import type { Bucket } from './attachments/bucket-store.ts';
import type { MailSettings } from './notices/post.ts';

const address = z.url({ protocol: /^postgres(ql)?$/, error: 'must be like postgresql://user:password@host:5432/name' });

const tileTemplate = z
  .url({ protocol: /^https?$/, error: 'must be like https://tiles.example.org/{z}/{x}/{y}.png' })
  .refine((text) => ['{z}', '{x}', '{y}'].every((part) => text.includes(part)), 'must hold {z}, {x} and {y}');

const shape = z.object({
  PORT: z.coerce.number('must be a number from 0 to 65535').int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: address.optional(),
  DATA_DIR: z.string().default('data'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TILE_URL: tileTemplate.optional(),
  TILE_ATTRIBUTION: z.string().default(''),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be like https://baylanys.example.org' })
    .refine((text) => ['/', ''].includes(new URL(text).pathname + new URL(text).search), 'must end with the host')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be like smtp://user:password@host:587' }).optional(),
  MAIL_FROM: z.string().regex(/@/, 'must hold a mail address').optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be like https://login.example.org/realm' })
    .refine(
      (text) => /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${text}/`),
      'must begin with https:// unless it is on this machine',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(100).default('OpenID Connect'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be like https://s3.example.org' }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
});

/** What the installation is told by its environment; the README lists the same. */
export interface Settings {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  dataDirectory: string;
  logLevel: string;
  baseMap: { url: string; attribution: string } | null;
  /** How mail is sent; null is not at all. */
  mail: MailSettings | null;
  /** By which service people sign in beside their passwords; null is none. */
  openId: OpenIdSettings | null;
  /** Where attachments lie; null is the data directory. */
  bucket: Bucket | null;
}

/** A setting that cannot be used, named with its value. */
export class SettingsError extends Error {}

/** Reads the settings; an empty one counts as not set. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    const name = String(path[0]);
    // These addresses hold passwords: their values are not repeated.
    const value = ['DATABASE_URL', 'SMTP_URL'].includes(name) ? '' : ` is ${JSON.stringify(given[name])} and`;
    throw new SettingsError(`The setting ${name}${value} cannot be used: ${message}.`);
  }
  const { data } = parsed;
  const bucket = together({
    S3_ENDPOINT: data.S3_ENDPOINT,
    S3_BUCKET: data.S3_BUCKET,
    S3_ACCESS_KEY_ID: data.S3_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY: data.S3_SECRET_ACCESS_KEY,
  });
  const openId = together({
    OIDC_ISSUER: data.OIDC_ISSUER,
    OIDC_CLIENT_ID: data.OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET: data.OIDC_CLIENT_SECRET,
  });
  const mail = together({ SMTP_URL: data.SMTP_URL, MAIL_FROM: data.MAIL_FROM });
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    dataDirectory: data.DATA_DIR,
    logLevel: data.LOG_LEVEL,
    baseMap: data.TILE_URL === undefined ? null : { url: data.TILE_URL, attribution: data.TILE_ATTRIBUTION },
    mail: mail && {
      smtpUrl: mail.SMTP_URL,
      from: mail.MAIL_FROM,
      publicUrl: needed('PUBLIC_URL', data.PUBLIC_URL, 'SMTP_URL'),
    },
    openId: openId && {
      issuer: openId.OIDC_ISSUER,
      clientId: openId.OIDC_CLIENT_ID,
      clientSecret: openId.OIDC_CLIENT_SECRET,
      name: data.OIDC_NAME,
      publicUrl: needed('PUBLIC_URL', data.PUBLIC_URL, 'OIDC_ISSUER'),
    },
    bucket: bucket && {
      endpoint: bucket.S3_ENDPOINT,
      bucket: bucket.S3_BUCKET,
      region: data.S3_REGION,
      accessKeyId: bucket.S3_ACCESS_KEY_ID,
      secretAccessKey: bucket.S3_SECRET_ACCESS_KEY,
    },
  };
}

/** A setting that another cannot do without. */
function needed(name: string, value: string | undefined, other: string): string {
  if (value === undefined) throw new SettingsError(`The setting ${other} needs ${name} too.`);
  return value;
}

/** Settings that make sense only together: all of them, or null where none is set. */
function together<Name extends string>(settings: Record<Name, string | undefined>): Record<Name, string> | null {
  const names = Object.keys(settings) as Name[];
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length === names.length) return null;
  if (missing.length > 0) {
    throw new SettingsError(`The settings ${names.join(', ')} go together: set ${missing.join(', ')} too, or none.`);
  }
  return settings as Record<Name, string>;
}
