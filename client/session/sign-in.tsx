import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { GeneratedBanner } from '../ui/generated-banner.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { installation } from './session.ts';

const outcomes = ['openid-failed', 'openid-unreachable', 'openid-no-account'] as const;

/** Signing in; in the demonstration its accounts fill the form at one click. */
export function SignInPage() {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [outcome] = useState(takeOutcome);

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
        <SignInForm {...{ login, password, setLogin, setPassword }} />
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
