import { useEffect, useState } from 'preact/hooks';
import type { SharedView } from '../../server/sharing/schema.ts';
import { date, nameOf, speak, t } from '../i18n/index.ts';
import { isLanguage } from '../i18n/language.ts';
import { Problem } from '../store/problem.ts';
import { operators } from '../store/state.ts';
import { GeneratedBanner } from '../ui/generated-banner.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { languageOf, scopeOf } from './scope.ts';
import { sharingService } from './service.ts';
import { SharedReports } from './shared-reports.tsx';

/** The page at `/shared/TOKEN`: what somebody shared, for whoever has the link, signed in or not. */
export function SharedPage() {
  const token = location.pathname.split('/')[2] ?? '';
  const [view, setView] = useState<SharedView | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  async function load(): Promise<void> {
    setProblem(null);
    try {
      const found = await sharingService.view(token);
      operators.value = found.operators.map((one) => ({ ...one, quarterlyCapacity: null }));
      const language = languageOf(found.address);
      if (isLanguage(language)) await speak(language);
      setView(found);
    } catch (caught) {
      setProblem(caught);
    }
  }
  useEffect(() => void load(), []);
  const title = view === null ? t('shared.title') : nameOf(view.programme.names);
  useEffect(() => void (document.title = `${title} · Baylanys`), [title]);

  return (
    <div class="schedules">
      <GeneratedBanner />
      <header class="top-bar">
        <span class="brand">Baylanys</span>
        <h1 class="top-bar__title">{title}</h1>
        <LanguageChoice />
      </header>
      <main class="schedules__body">
        {problem instanceof Problem && problem.status === 404 && <Closed />}
        {problem !== null && !(problem instanceof Problem && problem.status === 404) && (
          <ProblemNotice problem={problem} what="shared.load-failed" retry={() => void load()} />
        )}
        {view === null && problem === null && <div class="skeleton skeleton--tall" />}
        {view && (
          <>
            <Banner view={view} />
            <SharedReports token={token} view={view} scope={scopeOf(view.address)} />
          </>
        )}
      </main>
    </div>
  );
}

/** As of when all of this is, and until when it can be read. */
function Banner({ view: { frozenOn, asOf, expiresOn } }: { view: SharedView }) {
  return (
    <aside class={frozenOn === null ? 'shared__banner' : 'shared__banner shared__banner--frozen'}>
      <p>
        <strong>{t(frozenOn === null ? 'shared.live' : 'shared.frozen', { date: date(asOf) })}</strong>
      </p>
      <p>
        {t('shared.read-only')} {t('sharing.until', { date: date(expiresOn) })}
      </p>
    </aside>
  );
}

/** The service does not tell why a link does not open, so that nobody can try out which there are. */
function Closed() {
  return (
    <section class="panel">
      <h2>{t('shared.closed')}</h2>
      <p>{t('shared.closed-why')}</p>
      <p>{t('shared.closed-next')}</p>
    </section>
  );
}
