import { FileFields } from '../commitment/file-fields.tsx';
import { TestFields } from '../commitment/test-fields.tsx';
import type { ShownEvidence } from '../../server/country/schema.ts';
import { t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { ShownState } from './use-shown.ts';
import { citedWords } from './words.ts';

interface Properties {
  code: string;
  /** What is known already and can be named. */
  known: readonly ShownEvidence[];
  state: ShownState;
}

/** What a side shows of one settlement: evidence that is known, speed tests and files. */
export function ShownFields({ code, known, state }: Properties) {
  const { evidence, tests, files } = state.of(code);
  return (
    <>
      {known.length > 0 && (
        <>
          <p>{t('challenges.known')}</p>
          <EvidenceChoices
            pieces={known}
            chosen={evidence}
            choose={(chosen) => state.change(code, () => ({ evidence: chosen }))}
          />
        </>
      )}
      <details class="more" open={tests.some(({ download }) => download !== '')}>
        <summary>{t('speed.title')}</summary>
        <TestFields tests={tests} change={(changed) => state.change(code, () => ({ tests: changed }))} />
      </details>
      <p>{t('files.title')}</p>
      <FileFields
        files={files}
        attach={(kind, name, bytes) => state.attach(code, kind, name, bytes)}
        detach={(id) => state.detach(code, id)}
        bytesOf={state.bytesOf}
        preparing={state.preparing}
        setPreparing={state.setPreparing}
      />
      {state.problem !== null && <ProblemNotice problem={state.problem} what="challenges.file-not-sent" />}
    </>
  );
}

interface ChoiceProperties {
  pieces: readonly ShownEvidence[];
  chosen: readonly string[];
  choose(ids: readonly string[]): void;
}

/** Pieces of evidence of which some are chosen. */
export function EvidenceChoices({ pieces, chosen, choose }: ChoiceProperties) {
  return (
    <>
      {pieces.map((piece) => (
        <label key={piece.id} class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(piece.id)}
            onChange={({ currentTarget: { checked } }) =>
              choose(checked ? [...chosen, piece.id] : chosen.filter((id) => id !== piece.id))
            }
          />
          <span>{citedWords(piece)}</span>
        </label>
      ))}
    </>
  );
}
