import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Account } from '../session/account.tsx';
import { GeneratedBanner } from '../ui/generated-banner.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';

/** The head of a page of schedules: what it is, the map, language, account. */
export function Head({ title }: { title: string }) {
  useEffect(() => {
    document.title = `${title} · Baylanys`;
  }, [title]);
  return (
    <>
      <a class="skip" href="#schedule">
        {t('schedules.skip')}
      </a>
      <GeneratedBanner />
      <header class="top-bar">
        <a class="brand" href="/">
          Baylanys
        </a>
        <h1 class="top-bar__title">{title}</h1>
        <nav class="top-bar__actions" aria-label={t('bar.page')}>
          <a class="button" href="/map">
            {t('map.title')}
          </a>
          <LanguageChoice />
          <Account />
        </nav>
      </header>
    </>
  );
}
