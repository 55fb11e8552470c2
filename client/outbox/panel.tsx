import { useEffect, useState } from 'preact/hooks';
import { pathOf } from '../commitment/address.ts';
import { moment, nameOf, t } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { notify } from '../ui/notices.tsx';
import { Changed } from './changed.tsx';
import type { Entry } from './entry.ts';
import { arrived, discard, entries, release, reopen, sending, sendNow } from './outbox.ts';
import { statusWords, whyRefused } from './words.ts';

/** What waits to be sent and what was refused, on every page; nothing where there is neither. */
export function OutboxPanel() {
  useEffect(() => {
    if (arrived.value.length === 0) return;
    const all = arrived.value.map(({ names }) => nameOf(names));
    notify({ text: t('outbox.arrived', { names: [...new Set(all)].join(', ') }) });
  }, [arrived.value]);
  const told = (entries.value ?? []).filter(({ state }) => state !== 'draft');
  const [open, setOpen] = useState(false);
  return (
    <aside class="outbox" aria-label={t('outbox.title')} hidden={told.length === 0}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span role="status">{told.length > 0 && statusWords(told)}</span>
        </summary>
        {open && <Told told={told} />}
      </details>
    </aside>
  );
}

function Told({ told }: { told: readonly Entry[] }) {
  return (
    <>
      {told.some(({ state }) => state === 'waiting') && (
        <p class="outbox__line">
          <span>{t(sending.value ? 'outbox.sending' : 'outbox.waits')}</span>
          <button type="button" class="button" disabled={sending.value} onClick={() => void sendNow()}>
            {t('outbox.send-now')}
          </button>
        </p>
      )}
      <ul class="commitments">
        {told.map((entry) => (
          <OutboxEntry key={entry.id} entry={entry} />
        ))}
      </ul>
    </>
  );
}

function OutboxEntry({ entry }: { entry: Entry }) {
  const { id, told, state, names, seen, files, writtenAt, refusal } = entry;
  const [asked, setAsked] = useState(false);
  const sent = files.filter((file) => file.sent).length;

  /** Opens the form again, on the page that has it. */
  async function edit(): Promise<void> {
    await reopen(id);
    const place = `${pathOf(seen)}#${told === 'report' ? 'report' : 'inspection'}`;
    if (location.pathname === pathOf(seen)) location.hash = place.slice(place.indexOf('#'));
    else location.assign(place);
  }

  return (
    <li class="commitment">
      <p>
        <a href={pathOf(seen)}>
          <strong>{nameOf(names)}</strong>
        </a>{' '}
        · {t(`outbox-told.${told}`)} · {moment(writtenAt)}
      </p>
      {files.length > 0 && <p class="muted">{t('outbox.files', { sent, of: files.length })}</p>}
      {state === 'refused' && (
        <>
          <p class="outbox__why">{whyRefused(entry)}</p>
          {refusal!.present !== null && <Changed seen={seen} present={refusal!.present} />}
          {refusal!.requestId && (
            <p class="muted">
              {t('problem.code')} <code>{refusal!.requestId}</code>
            </p>
          )}
          <div class="panel__actions">
            <button type="button" class="button" onClick={() => void edit()}>
              {t('outbox.edit')}
            </button>
            <button type="button" class="button" onClick={() => void release(id, refusal!.present ?? undefined)}>
              {t(refusal!.present === null ? 'outbox.again' : 'outbox.again-as-now')}
            </button>
            <button type="button" class="button" onClick={() => setAsked(true)}>
              {t('outbox.discard')}
            </button>
          </div>
        </>
      )}
      {asked && (
        <Dialog title={t('outbox.discard-title')} close={() => setAsked(false)}>
          <p>{t('outbox.discard-explained', { name: nameOf(names), count: files.length })}</p>
          <footer class="dialog__foot">
            <button type="button" class="button" onClick={() => setAsked(false)}>
              {t('common.cancel')}
            </button>
            <button type="button" class="button button--main" onClick={() => void discard(entry)}>
              {t('outbox.discard')}
            </button>
          </footer>
        </Dialog>
      )}
    </li>
  );
}
