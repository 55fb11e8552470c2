import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { followChanges } from '../schedules/follow.ts';
import { notify } from './notices.tsx';
import { useUnsent } from './use-unsent.ts';
import type { Writing } from './write-form.tsx';

/** A document to which several people write, as it is now. */
export interface OpenDocument<Document> {
  /** Null until it came. */
  document: Document | null;
  /** Why it did not come. */
  problem: unknown;
  begin(): void;
  /** What the forms that add to it need. */
  form: Writing<Document>;
}

/**
 * Loads a document and follows what others write to it. What a person writes answers what they saw: nothing moves under
 * their hands until they send it.
 */
export function useDocument<Document>(find: () => Promise<Document>, saved: MessageKey): OpenDocument<Document> {
  const [document, setDocument] = useState<Document | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const writing = useUnsent();

  async function reload(): Promise<Document> {
    const found = await find();
    setDocument(() => found);
    setProblem(null);
    return found;
  }
  const begin = () => void reload().catch(setProblem);
  useEffect(() => {
    begin();
    return followChanges(async () => {
      if (!writing.current) await reload();
    });
  }, []);

  function written(now: Document): void {
    writing.current = false;
    setDocument(() => now);
    notify({ text: t(saved) });
  }
  return { document, problem, begin, form: { reload, written, touched: () => void (writing.current = true) } };
}
