import { useEffect, useState } from 'preact/hooks';
import type { Operator } from '../../server/operators/schema.ts';
import type { SavedWhatIf, WhatIfChoices, WhatIfResult } from '../../server/what-if/schema.ts';
import { useReport } from '../deputy/reading.ts';
import { language, t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { nothingSupposed, readView, savedIn, supposedIn, type WhatIfView, writeView } from './address.ts';
import { Answer } from './answer.tsx';
import { SavedList, SavedNote, SaveForm } from './saved.tsx';
import { answerAddress, choicesAddress, savedAddress, whatIfService } from './service.ts';
import { SupposeForm } from './suppose-form.tsx';

/** What is supposed on the left, what comes of it on the right; what was saved above. */
export function Desk() {
  const [view, setView] = useState<WhatIfView>(() => readView(location.search));
  const [id, setId] = useState(() => savedIn(location.pathname));
  const [saved, setSaved] = useState<SavedWhatIf | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const choices = useReport<WhatIfChoices>(choicesAddress);
  const operators = useReport<{ rows: Operator[] }>('/api/operators');
  const list = useReport<{ rows: SavedWhatIf[] }>(`${savedAddress}?round=${round}`);
  // What was saved must be known before it can be asked.
  const isKnown = id === null || saved !== null;
  const answer = useLatest(isKnown ? answerAddress(view, language.value) : null);

  function loadSaved(): void {
    setProblem(null);
    if (id === null) return setSaved(null);
    whatIfService.find(id).then((found) => {
      setView((now) => ({ ...nothingSupposed, ...found.supposed, region: now.region }));
      setSaved(found);
    }, setProblem);
  }
  useEffect(loadSaved, [id]);
  useEffect(() => {
    const back = () => {
      setSaved(null);
      setId(savedIn(location.pathname));
      setView(readView(location.search));
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);

  /** Another supposition has an address of its own; another region is a look at the same. */
  function change(changes: Partial<WhatIfView>): void {
    const next = { ...view, ...changes };
    const isLook = id !== null && Object.keys(changes).every((name) => name === 'region');
    if (isLook) history.pushState(null, '', `/what-if/${id}${writeView({ ...nothingSupposed, region: next.region })}`);
    else history.pushState(null, '', `/what-if${writeView(next)}`);
    if (!isLook) {
      setId(null);
      setSaved(null);
    }
    setView(next);
  }
  function open(what: SavedWhatIf): void {
    history.pushState(null, '', `/what-if/${what.id}`);
    setSaved(what);
    setId(what.id);
    setRound((count) => count + 1);
  }
  function discarded(gone: string): void {
    setRound((count) => count + 1);
    if (gone !== id) return;
    history.replaceState(null, '', `/what-if${writeView(view)}`);
    setId(null);
    setSaved(null);
  }

  if (problem !== null) return <ProblemNotice problem={problem} what="what-if.not-opened" retry={loadSaved} />;
  if (choices.state === 'failed') {
    return <ProblemNotice problem={choices.problem} what="what-if.failed" retry={choices.retry} />;
  }
  const supposed = supposedIn(view);
  const isSupposing = Object.keys(supposed).length > 0;
  return (
    <>
      <p class="what-if__about">{t('what-if.about')}</p>
      {saved !== null && <SavedNote saved={saved} result={answer.result} />}
      <div class="what-if__columns">
        <div class="what-if__side">
          {choices.state === 'ready' && isKnown ? (
            <SupposeForm
              view={view}
              choices={choices.report}
              operators={operators.state === 'ready' ? operators.report.rows : []}
              named={answer.result?.named ?? []}
              change={change}
            />
          ) : (
            <div class="skeleton skeleton--tall" />
          )}
          <section class="panel" aria-labelledby="what-if-saved">
            <h2 id="what-if-saved">{t('what-if.saved')}</h2>
            {isSupposing && saved === null && <SaveForm supposed={supposed} saved={open} />}
            {list.state === 'ready' && <SavedList rows={list.report.rows} current={id} discarded={discarded} />}
          </section>
        </div>
        <Answer {...{ answer, view, isSupposing, change }} />
      </div>
    </>
  );
}

/** How the answer to the latest question stands; while another comes the one before stays. */
export interface Asked {
  result: WhatIfResult | null;
  isAsking: boolean;
  problem: unknown;
  retry(): void;
}

function useLatest(address: string | null): Asked {
  const reading = useReport<WhatIfResult>(address ?? choicesAddress);
  const [kept, setKept] = useState<WhatIfResult | null>(null);
  const isReady = address !== null && reading.state === 'ready';
  useEffect(() => {
    if (isReady) setKept(reading.report);
  }, [isReady && reading.report]);
  return {
    result: isReady ? reading.report : kept,
    isAsking: !isReady && reading.state !== 'failed',
    problem: reading.state === 'failed' ? reading.problem : null,
    retry: reading.state === 'failed' ? reading.retry : () => {},
  };
}
