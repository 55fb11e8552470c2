import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Problem } from '../store/request.ts';
import { Field } from '../ui/field.tsx';
import { GeneratedBanner } from '../ui/generated-banner.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { installation, signIn } from './session.ts';

const outcomes = ['openid-failed', 'openid-unreachable', 'openid-no-account'] as const;

/** Signing in; in the demonstration its accounts fill the form at one click. */
export function SignInPage() {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [outcome] = useState(takeOutcome);
  const wrong = problem instanceof Problem && problem.status === 401;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await signIn({ login, password });
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <div class="sign-in">
      <GeneratedBanner />
      <main class="sign-in__card">
        <header class="sign-in__head">
          <p class="brand">Baylanys</p>
          <LanguageChoice />
        </header>
        <h1>{t('sign-in.title')}</h1>
        <p class="muted">{t('sign-in.purpose')}</p>
        {outcome !== undefined && (
          <p class="notice notice--error" role="alert">
            {t(`sign-in.${outcome}`, { service: installation.value?.signInService ?? '' })}
          </p>
        )}
        <form onSubmit={submit}>
          <Field label={t('sign-in.login')}>
            {(id) => (
              <input
                id={id}
                value={login}
                required
                autocomplete="username"
                autocapitalize="none"
                spellcheck={false}
                onInput={({ currentTarget }) => setLogin(currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('sign-in.password')}>
            {(id) => (
              <input
                id={id}
                type="password"
                value={password}
                required
                autocomplete="current-password"
                onInput={({ currentTarget }) => setPassword(currentTarget.value)}
              />
            )}
          </Field>
          {wrong && (
            <p class="notice notice--error" role="alert">
              {t('sign-in.wrong')}
            </p>
          )}
          {problem !== null && !wrong && <ProblemNotice problem={problem} what="sign-in.failed" />}
          <button type="submit" class="button button--main button--wide" disabled={busy}>
            {busy ? t('sign-in.busy') : t('sign-in.enter')}
          </button>
        </form>
        <SignInService />
        <DemonstrationAccounts
          fill={(account) => {
            setLogin(account.login);
            setPassword(account.password);
          }}
        />
      </main>
    </div>
  );
}

/** The other way in, where the installation has one: by the service that its people sign in to anyway. */
function SignInService() {
  const name = installation.value?.signInService ?? null;
  if (name === null) return null;
  return (
    <section class="sign-in__accounts">
      <a
        class="button button--wide sign-in__service"
        href={`/api/session/openid?to=${encodeURIComponent(location.pathname + location.search)}`}
      >
        {t('sign-in.service', { service: name })}
      </a>
    </section>
  );
}

/** What came of the way by the service, where it did not lead in; taken out of the address, which is said no second time. */
function takeOutcome(): (typeof outcomes)[number] | undefined {
  const address = new URL(location.href);
  const came = address.searchParams.get('sign-in');
  if (came !== null) {
    address.searchParams.delete('sign-in');
    history.replaceState(null, '', address);
  }
  return outcomes.find((one) => one === came);
}

function DemonstrationAccounts({ fill }: { fill(account: { login: string; password: string }): void }) {
  const accounts = installation.value?.demonstrationAccounts ?? [];
  if (accounts.length === 0) return null;
  return (
    <section class="sign-in__accounts">
      <h2>{t('sign-in.demonstration')}</h2>
      <p class="muted">{t('sign-in.demonstration-hint')}</p>
      <ul class="chips">
        {accounts.map((account) => (
          <li key={account.login}>
            <button type="button" class="button" onClick={() => fill(account)}>
              {t(`role.${account.role}`)} <span class="muted">{account.login}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
