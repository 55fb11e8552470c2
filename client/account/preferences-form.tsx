import { useState } from 'preact/hooks';
import type { OwnAccount } from '../../server/notices/schema.ts';
import { speak, t } from '../i18n/index.ts';
import { type Language, languageNames, languages } from '../i18n/language.ts';
import { viewer } from '../session/session.ts';
import { chooseColours, chosenColours, type Manner } from '../ui/colours.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Select } from '../ui/select.tsx';
import { KindTable } from './kind-table.tsx';
import { accountService } from './service.ts';

/** What a person can choose of their own account; nothing is kept before it is saved. */
export function PreferencesForm({ account }: { account: OwnAccount }) {
  const [wanted, setWanted] = useState(account);
  const [state, setState] = useState<'unsaved' | 'saving' | 'saved'>('unsaved');
  const [problem, setProblem] = useState<unknown>(null);
  const { displayName, login, sendsMail } = account;

  function change(changes: Partial<OwnAccount>): void {
    setWanted({ ...wanted, ...changes });
    setState('unsaved');
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    setState('saving');
    setProblem(null);
    const { language, mail, mailDigest, mailUrgent, mutedProduct, mutedMail } = wanted;
    try {
      setWanted(await accountService.change({ language, mail, mailDigest, mailUrgent, mutedProduct, mutedMail }));
      if (language !== null) await speak(language, true);
      setState('saved');
    } catch (caught) {
      setProblem(caught);
      setState('unsaved');
    }
  }

  const checkbox = (name: 'mailDigest' | 'mailUrgent', label: string) => (
    <label class="choice">
      <input
        type="checkbox"
        checked={wanted[name]}
        disabled={wanted.mail === null}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.checked })}
      />
      {label}
    </label>
  );

  return (
    <form class="account__form" onSubmit={save}>
      <section class="account__part" aria-labelledby="account-person">
        <h2 id="account-person">{displayName || login}</h2>
        <p class="muted">
          {t(`role.${viewer.value!.role}`)}, {login}
        </p>
        <Field label={t('account.language')} hint={t('account.language-hint')}>
          {(id) => (
            <Select<Language>
              id={id}
              value={wanted.language ?? ''}
              empty={t('account.language-none')}
              options={languages.map((code) => ({ value: code, label: languageNames[code] }))}
              change={(code) => change({ language: code === '' ? null : code })}
            />
          )}
        </Field>
      </section>
      <section class="account__part" aria-labelledby="account-colours">
        <h2 id="account-colours">{t('account.colours-title')}</h2>
        <Field label={t('account.colours')} hint={t('account.colours-hint')}>
          {(id, hint) => (
            <select
              id={id}
              aria-describedby={hint}
              value={chosenColours.value ?? ''}
              onChange={({ currentTarget: { value } }) => chooseColours((value || null) as Manner | null)}
            >
              <option value="">{t('account.colours-device')}</option>
              <option value="light">{t('account.colours-light')}</option>
              <option value="dark">{t('account.colours-dark')}</option>
            </select>
          )}
        </Field>
      </section>
      <section class="account__part" aria-labelledby="account-mail">
        <h2 id="account-mail">{t('account.mail-title')}</h2>
        {!sendsMail && <p class="notice">{t('account.no-mail')}</p>}
        <Field label={t('account.mail')} hint={t('account.mail-hint')}>
          {(id, hint) => (
            <input
              id={id}
              type="email"
              autocomplete="email"
              aria-describedby={hint}
              value={wanted.mail ?? ''}
              onInput={({ currentTarget }) => change({ mail: currentTarget.value.trim() || null })}
            />
          )}
        </Field>
        {checkbox('mailUrgent', t('account.urgent'))}
        {checkbox('mailDigest', t('account.digest'))}
      </section>
      <section class="account__part" aria-labelledby="account-kinds">
        <h2 id="account-kinds">{t('account.kinds-title')}</h2>
        <KindTable account={wanted} change={change} />
      </section>
      {problem !== null && <ProblemNotice problem={problem} what="account.save-failed" />}
      <p class="account__save">
        <button type="submit" class="button button--main" disabled={state === 'saving'}>
          {t(state === 'saving' ? 'common.saving' : 'account.save')}
        </button>
        <span role="status">{state === 'saved' && t('account.saved')}</span>
      </p>
    </form>
  );
}
