import { useEffect, useState } from 'preact/hooks';
import type { OwnAccount } from '../../server/notices/schema.ts';
import { t } from '../i18n/index.ts';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { accountService } from './service.ts';

/** The page at `/account`: who one is here, the language of mail, and what one is told of. */
export function AccountPage() {
  const [account, setAccount] = useState<OwnAccount | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  function load(): void {
    setProblem(null);
    accountService.own().then(setAccount, setProblem);
  }
  useEffect(load, []);

  return (
    <div class="account">
      <PageHead title={t('account.title')} />
      <main class="account__body" aria-busy={account === null && problem === null}>
        {problem !== null && <ProblemNotice problem={problem} what="account.load-failed" retry={load} />}
        {account === null && problem === null && <div class="skeleton skeleton--tall" />}
        {account !== null && <PreferencesForm account={account} />}
      </main>
    </div>
  );
}
