import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { FirstRunButton } from '../first-run/first-run.tsx';
import { t } from '../i18n/index.ts';
import { Bell } from '../notices/bell.tsx';
import { OutboxSlot } from '../outbox/slot.tsx';
import { Account } from '../session/account.tsx';
import { GeneratedBanner } from './generated-banner.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { LineBanner } from './line-banner.tsx';
import { PageLinks } from './page-links.tsx';

/** The head of a page other than the map: what it is, the way to the others, language, account; `skip` goes first. */
export function PageHead({ title, skip, hasSteps }: { title: string; skip?: ComponentChildren; hasSteps?: boolean }) {
  useEffect(() => {
    document.title = `${title} · Baylanys`;
  }, [title]);
  return (
    <>
      {skip}
      <GeneratedBanner />
      <LineBanner />
      <header class="top-bar">
        <a class="brand" href="/">
          Baylanys
        </a>
        <h1 class="top-bar__title">{title}</h1>
        <nav class="top-bar__actions" aria-label={t('bar.page')}>
          <PageLinks />
          {hasSteps && <FirstRunButton />}
          <Bell />
          <LanguageChoice />
          <Account />
        </nav>
      </header>
      <OutboxSlot />
    </>
  );
}
