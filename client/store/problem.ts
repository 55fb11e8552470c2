import type { Role } from '../../server/accounts/schema.ts';
import type { Values } from '../i18n/messages.ts';

/**
 * Why there is no answer of the service's own:
 *   unreachable  nothing came back
 *   slow         it was waited for long enough
 *   unreadable   the reply came in part, or is not what the service writes
 *   between      something that stands before the service answered in its place
 *   outdated     the code of this page is older than what the service has now
 */
export type Missing = 'unreachable' | 'slow' | 'unreadable' | 'between' | 'outdated';

/** What problem+json tells besides what went wrong. */
interface More {
  errors?: readonly { path: string; message: string }[];
  /** After 409: the row as it is now. */
  present?: unknown;
  /** What the service calls its refusal. */
  refusalCode?: string | null;
  /** The path to the value that it is about. */
  where?: string | null;
  /** After 403: who may. */
  roles?: readonly Role[];
  /** After 413: bytes at most. */
  most?: number | null;
  /** What the words of the refusal name. */
  values?: Values;
  missing?: Missing | null;
  /** It was to change something, and may have. */
  unsure?: boolean;
}

/** A reply that was not what was asked for, as problem+json tells it, or no reply at all (status 0). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly errors: readonly { path: string; message: string }[];
  readonly present: unknown;
  readonly refusalCode: string | null;
  readonly where: string | null;
  readonly roles: readonly Role[];
  readonly most: number | null;
  readonly values: Values;
  readonly missing: Missing | null;
  readonly unsure: boolean;

  constructor(
    readonly status: number,
    title = '',
    readonly detail = '',
    /** What to quote to whoever runs the service: its log has the same. */
    readonly requestId: string | null = null,
    more: More = {},
  ) {
    super(title);
    this.errors = more.errors ?? [];
    this.present = more.present ?? null;
    this.refusalCode = more.refusalCode ?? null;
    this.where = more.where ?? null;
    this.roles = more.roles ?? [];
    this.most = more.most ?? null;
    this.values = more.values ?? {};
    this.missing = more.missing ?? null;
    this.unsure = more.unsure ?? false;
  }
}

/** What a page says by itself to whoever may not see it. */
export const onlyFor = (...roles: Role[]): Problem => new Problem(403, '', '', null, { roles });

/** The problem that a reply tells of. What the service did not write itself, a page of some proxy's, has no name of its. */
export function problemIn(status: number, text: string, requestId: string | null, changes: boolean): Problem {
  try {
    const { title, detail, requestId: told, errors, present, refusal, where, roles, most, values } = JSON.parse(text);
    const more = { errors, present, refusalCode: refusal, where, roles, most, values };
    return new Problem(status, title, detail, told ?? requestId, more);
  } catch {
    // A gateway may have lost the service while it was at work.
    const unsure = changes && status >= 500;
    return new Problem(status, '', '', requestId, { missing: requestId === null ? 'between' : 'unreadable', unsure });
  }
}
