import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { sessionEnded } from '../store/request.ts';
import { SignInForm } from './sign-in-form.tsx';
import { installation, lookForSession, viewer } from './session.ts';

/** Over the page as it stands, once its session has ended: the same person signs in again, and nothing of it is lost. */
export function SignInAgain() {
  if (!sessionEnded.value || !viewer.value) return null;
  return <OverPage login={viewer.value.login} />;
}

function OverPage({ login }: { login: string }) {
  const element = useRef<HTMLDialogElement>(null);
  const [password, setPassword] = useState('');
  const service = installation.value?.signInService ?? null;
  useEffect(() => {
    const before = document.activeElement;
    element.current!.showModal();
    // They may have signed in in another tab.
    const look = () => document.visibilityState === 'visible' && void lookForSession();
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby="sign-in-again"
      aria-describedby="sign-in-again-why"
      onCancel={(event) => event.preventDefault()}
      // Browsers close it at the second Escape all the same.
      onClose={() => sessionEnded.peek() && element.current?.showModal()}
    >
      <h2 id="sign-in-again" class="dialog__title">
        {t('session.over')}
      </h2>
      <div class="dialog__body">
        <p id="sign-in-again-why">{t('session.explained', { login })}</p>
        <SignInForm {...{ login, password, setPassword }} />
        {service !== null && (
          <a class="button button--wide" href="/api/session/openid?to=%2F" target="_blank" rel="noopener">
            {t('sign-in.service', { service })}
          </a>
        )}
        <button type="button" class="button button--wide" onClick={() => location.reload()}>
          {t('session.leave')}
        </button>
      </div>
    </dialog>
  );
}
