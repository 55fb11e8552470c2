import { useState } from 'preact/hooks';
import type { OwnShareLink } from '../../server/sharing/schema.ts';
import { date, language, t } from '../i18n/index.ts';
import { isLanguage, languageNames, languages } from '../i18n/language.ts';
import { identifier } from '../outbox/identifier.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Select } from '../ui/select.tsx';
import { CopyAddress } from './copy-address.tsx';
import { dayFromNow } from './dates.ts';
import { knownOnOf, withLanguage } from './scope.ts';
import { linkAddress, sharingService } from './service.ts';

const usualDays = 30;

/** Makes a link to the view that the address holds now. */
export function ShareDialog({ close }: { close(): void }) {
  const [link, setLink] = useState<OwnShareLink | null>(null);
  return (
    <Dialog title={t('sharing.title')} close={close}>
      {link === null ? <ShareForm made={setLink} /> : <Made link={link} />}
    </Dialog>
  );
}

function ShareForm({ made }: { made(link: OwnShareLink): void }) {
  const [address] = useState(() => location.pathname + location.search);
  const [frozen, setFrozen] = useState(() => knownOnOf(address) !== null);
  const [frozenOn, setFrozenOn] = useState(() => knownOnOf(address) ?? dayFromNow(0));
  const [expiresOn, setExpiresOn] = useState(() => dayFromNow(usualDays));
  const [reading, setReading] = useState(language.value);
  // However often it is sent, it is one link.
  const [id] = useState(identifier);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const asked = { id, address: withLanguage(address, reading), frozenOn: frozen ? frozenOn : null, expiresOn };
      made(await sharingService.share(asked));
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit}>
      <p class="muted">{t('sharing.explained')}</p>
      <fieldset class="sharing__manner">
        <legend>{t('sharing.manner')}</legend>
        <label class="choice">
          <input type="radio" name="manner" checked={!frozen} onChange={() => setFrozen(false)} />
          <span>{t('sharing.live')}</span>
        </label>
        <label class="choice">
          <input type="radio" name="manner" checked={frozen} onChange={() => setFrozen(true)} />
          <span>{t('sharing.frozen')}</span>
        </label>
      </fieldset>
      {frozen && <DateField label={t('sharing.frozen-on')} value={frozenOn} max={dayFromNow(0)} change={setFrozenOn} />}
      <div class="fields fields--two">
        <DateField label={t('sharing.expires-on')} value={expiresOn} min={dayFromNow(0)} change={setExpiresOn} />
        <Field label={t('language.choose')}>
          {(id) => (
            <Select
              id={id}
              value={reading}
              options={languages.map((code) => ({ value: code, label: languageNames[code] }))}
              change={(code) => isLanguage(code) && setReading(code)}
            />
          )}
        </Field>
      </div>
      {problem !== null && <ProblemNotice problem={problem} what="sharing.not-made" />}
      <footer class="dialog__foot">
        <a class="button" href="/share-links">
          {t('sharing.links')}
        </a>
        <button type="submit" class="button button--main" disabled={busy}>
          {busy ? t('common.saving') : t('sharing.make')}
        </button>
      </footer>
    </form>
  );
}

interface DateProperties {
  label: string;
  value: string;
  min?: string;
  max?: string;
  change(value: string): void;
}

function DateField({ label, value, min, max, change }: DateProperties) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          {...{ id, value, min, max }}
          type="date"
          required
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Made({ link }: { link: OwnShareLink }) {
  return (
    <>
      <p role="status">
        <strong>{t('sharing.made')}</strong>{' '}
        {link.frozenOn === null ? t('sharing.is-live') : t('sharing.is-frozen', { date: date(link.frozenOn) })}{' '}
        {t('sharing.until', { date: date(link.expiresOn) })}
      </p>
      <CopyAddress address={linkAddress(link)} focus />
      <p>
        <a href="/share-links">{t('sharing.links')}</a>
      </p>
    </>
  );
}
