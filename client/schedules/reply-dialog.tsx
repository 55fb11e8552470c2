import { useState } from 'preact/hooks';
import type { BulkReply, Terms } from '../../server/assignments/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { conflictDetail } from '../planner/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { closeDialog, type Deed, type Given, type OpenDialog, offersOf, take } from './acting.ts';
import { idOf, type Row, rows } from './rows.ts';
import { reasonWords, termFields, termWords } from './words.ts';

type Refusal = BulkReply['refused'][number];

/** What was done, and each that was refused with its reasons; of one that changed since, as it was seen and as it is. */
export function ReplyDialog({ deed, reply, seen, given, done }: Extract<OpenDialog, { type: 'reply' }>) {
  return (
    <Dialog title={t('reply.title')} close={closeDialog}>
      {done > 0 && <p class="notice notice--good">{t(`step-done.${deed}`, { count: done })}</p>}
      <p>{t('reply.refused', { count: reply.refused.length })}</p>
      <ul class="commitments">
        {reply.refused.map((refusal) => (
          <Refused
            key={`${refusal.regionCode}:${refusal.code}:${refusal.number}`}
            {...{ refusal, deed, given }}
            before={seen.find((row) => idOf(row) === `${refusal.regionCode}:${refusal.code}:${refusal.number}`)}
          />
        ))}
      </ul>
      <footer class="dialog__foot">
        <button type="button" class="button" onClick={closeDialog}>
          {t('common.close')}
        </button>
      </footer>
    </Dialog>
  );
}

interface RefusedProperties {
  refusal: Refusal;
  deed: Deed;
  given: Given;
  /** The row as the person saw it. */
  before: Row | undefined;
}

function Refused({ refusal: { conflicts, present, code }, deed, given, before }: RefusedProperties) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const now = present && rows.value.find((row) => idOf(row) === idOf(present));
  const changedSince = conflicts.some((conflict) => conflict.code === 'changed-since');
  // What is sent or decided as a whole is begun anew from the page.
  const step = deed === 'send' || deed === 'accept-change' || deed === 'refuse-change' ? null : deed;

  async function again(row: Row): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await take(step!, [row], given);
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <li class="commitment">
      <p>
        <strong>{before ? nameOf(before.names) : code}</strong>
      </p>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflict.code}>
            {[t(`conflict.${conflict.code}`), conflictDetail(conflict)].filter(Boolean).join(': ')}
          </li>
        ))}
      </ul>
      {changedSince && present === null && <p>{t('reply-row.gone')}</p>}
      {changedSince && present !== null && before && <SeenAndPresent before={before} present={present} />}
      {problem !== null && <ProblemNotice problem={problem} what="schedules.step-failed" />}
      {changedSince && step !== null && now && offersOf(now).includes(step) && (
        <button type="button" class="button" disabled={busy} onClick={() => void again(now)}>
          {busy ? t('common.saving') : t('reply-row.as-it-is', { step: t(`step.${step}`, { count: 1 }) })}
        </button>
      )}
    </li>
  );
}

/** A row as this person saw it beside what others have made of it, where the two differ. */
function SeenAndPresent({ before, present }: { before: Row; present: NonNullable<Refusal['present']> }) {
  const seen: Terms = before;
  const differing = termFields.filter((field) => seen[field] !== undefined && seen[field] !== present[field]);
  const lines: [string, string, string][] = differing.map((field) => [
    t(`field.${field}`),
    termWords(field, seen),
    termWords(field, present),
  ]);
  if (before.stage !== present.stage) {
    lines.push([t('filter.stage'), t(`stage.${before.stage}`), t(`stage.${present.stage}`)]);
  }
  if (present.reason && JSON.stringify(before.reason) !== JSON.stringify(present.reason)) {
    lines.push([t('reply.reason'), before.reason ? reasonWords(before.reason) : '', reasonWords(present.reason)]);
  }
  return (
    <table class="table terms">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('reply-row.seen')}</th>
          <th scope="col">{t('reply-row.present')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([label, seen, now]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{seen}</td>
            <td>
              <strong>{now}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
