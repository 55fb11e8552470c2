import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { signOut, viewer } from './session.ts';

/** Who is signed in, and the way out. */
export function Account() {
  const { displayName, login, role } = viewer.value!;
  return (
    <>
      <button type="button" class="button button--icon" popovertarget="account" aria-label={t('account.title')}>
        <Icon name="account" />
      </button>
      <div id="account" popover="auto" class="popover">
        <p>
          <strong>{displayName || login}</strong>
        </p>
        <p class="muted">{t(`role.${role}`)}</p>
        <a class="button button--wide" href="/account">
          {t('account.page')}
        </a>
        {role !== 'operator' && (
          <a class="button button--wide" href="/share-links">
            {t('sharing.links')}
          </a>
        )}
        <button type="button" class="button button--wide" onClick={() => void signOut()}>
          {t('account.sign-out')}
        </button>
      </div>
    </>
  );
}
