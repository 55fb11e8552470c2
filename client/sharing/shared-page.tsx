import { useEffect } from 'preact/hooks';
import type { SharedView } from '../../server/sharing/schema.ts';
import { date, moment, nameOf, speak, t } from '../i18n/index.ts';
import { isLanguage } from '../i18n/language.ts';
import { Problem } from '../store/problem.ts';
import { GeneratedBanner } from '../ui/generated-banner.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { languageOf, scopeOf } from './scope.ts';
import { SharedReports } from './shared-reports.tsx';
import { useSharedView } from './use-shared-view.ts';

/** The page at `/shared/TOKEN`: what somebody shared, for whoever has the link, signed in or not. */
export function SharedPage() {
  const token = location.pathname.split('/')[2] ?? '';
  const { view, problem, confirmedAt, load } = useSharedView(token);
  const wanted = view && languageOf(view.address);
  useEffect(() => {
    if (isLanguage(wanted)) void speak(wanted);
  }, [wanted]);
  const isClosed = problem instanceof Problem && problem.status === 404;
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
        {isClosed && <Closed />}
        {problem !== null && !isClosed && view === null && (
          <ProblemNotice problem={problem} what="shared.load-failed" retry={() => void load()} />
        )}
        {view === null && problem === null && <div class="skeleton skeleton--tall" />}
        {view && !isClosed && (
          <>
            <Banner view={view} confirmedAt={confirmedAt} isLost={problem !== null} />
            <SharedReports token={token} view={view} scope={scopeOf(view.address)} />
          </>
        )}
      </main>
    </div>
  );
}

interface BannerProperties {
  view: SharedView;
  confirmedAt: string;
  /** The service does not answer: what is shown is as it last said. */
  isLost: boolean;
}

/** As of when all of this is, and until when it can be read. */
function Banner({ view: { frozenOn, asOf, expiresOn }, confirmedAt, isLost }: BannerProperties) {
  const isFrozen = frozenOn !== null;
  return (
    <aside class={isFrozen ? 'shared__banner shared__banner--frozen' : 'shared__banner'}>
      <p role="status">
        <strong>
          {isFrozen
            ? t('shared.frozen', { date: date(asOf) })
            : t(isLost ? 'line.none' : 'shared.live', { moment: moment(confirmedAt) })}
        </strong>
      </p>
      <p>
        {!isFrozen && t('shared.follows')} {t('shared.read-only')} {t('sharing.until', { date: date(expiresOn) })}
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
