import { useRef, useState } from 'preact/hooks';
import type { Shown } from '../../server/challenges/schema.ts';
import type { AttachmentKind } from '../../server/attachments/schema.ts';
import { emptyTests, hasHalfTest, type TestDraft, testsOf } from '../commitment/test-draft.ts';
import type { HeldFile } from '../outbox/entry.ts';
import { identifier } from '../outbox/identifier.ts';
import { challengesService } from './service.ts';

/** What a side shows of one settlement, while it is gathered. */
export interface ShownDraft {
  evidence: readonly string[];
  tests: readonly TestDraft[];
  files: readonly HeldFile[];
}

const nothing: ShownDraft = { evidence: [], tests: emptyTests(3), files: [] };

/** What a side shows of the settlements of a challenge. A file is sent as soon as it is chosen. */
export function useShown(regionCode: string) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ShownDraft>>(new Map());
  const [preparing, setPreparing] = useState(0);
  const [problem, setProblem] = useState<unknown>(null);
  const bytes = useRef(new Map<string, Blob>());

  const of = (code: string) => drafts.get(code) ?? nothing;
  const change = (code: string, changes: (draft: ShownDraft) => Partial<ShownDraft>) =>
    setDrafts((before) => {
      const draft = before.get(code) ?? nothing;
      return new Map(before).set(code, { ...draft, ...changes(draft) });
    });
  async function attach(code: string, kind: AttachmentKind, fileName: string, blob: Blob): Promise<void> {
    const file: HeldFile = { id: identifier(), kind, fileName, sent: true };
    setProblem(null);
    try {
      await challengesService.sendFile(regionCode, code, file, blob);
    } catch (caught) {
      setProblem(caught);
      return;
    }
    bytes.current.set(file.id, blob);
    change(code, ({ files }) => ({ files: [...files, file] }));
  }

  return {
    of,
    change,
    attach,
    detach: (code: string, id: string) =>
      change(code, ({ files }) => ({ files: files.filter((file) => file.id !== id) })),
    bytesOf: async (id: string) => bytes.current.get(id),
    preparing,
    setPreparing,
    /** Why the last file was not sent. */
    problem,
    /** A speed test was begun and not finished, in one of these settlements. */
    isHalf: (codes: readonly string[]) => codes.some((code) => hasHalfTest(of(code).tests)),
    /** As it is sent: of these settlements. */
    shown: (codes: readonly string[]): Shown => ({
      tests: codes.flatMap((settlementCode) =>
        testsOf(of(settlementCode).tests).map((test) => ({ ...test, settlementCode })),
      ),
      evidence: codes.flatMap((settlementCode) =>
        of(settlementCode).evidence.map((evidenceId) => ({ settlementCode, evidenceId })),
      ),
      attachments: codes.flatMap((code) => of(code).files.map(({ id }) => id)),
    }),
    clear: () => setDrafts(new Map()),
  };
}

export type ShownState = ReturnType<typeof useShown>;
