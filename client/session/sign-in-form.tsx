import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Problem } from '../store/problem.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { signIn } from './session.ts';

interface Properties {
  login: string;
  password: string;
  /** Without it, the person is known. */
  setLogin?(login: string): void;
  setPassword(password: string): void;
}

/** Name and password, and what came of them. */
export function SignInForm({ login, password, setLogin, setPassword }: Properties) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
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
    <form onSubmit={submit}>
      <Field label={t('sign-in.login')}>
        {(id) => (
          <input
            id={id}
            value={login}
            required
            readOnly={setLogin === undefined}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            onInput={({ currentTarget }) => setLogin?.(currentTarget.value)}
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
            autofocus={setLogin === undefined}
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
  );
}
