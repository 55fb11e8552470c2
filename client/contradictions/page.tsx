import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { Notices } from '../ui/notices.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { readView, type View, writeView } from './address.ts';
import { ContradictedPanel } from './contradicted-panel.tsx';
import { Sides } from './sides.tsx';
import { UnclaimedPanel } from './unclaimed-panel.tsx';

/** The page at `/contradictions`: claims that tests or inspections contradict, and service that nobody claims. */
export function ContradictionsPage() {
  const [at, setAt] = useState<View>(() => readView(location.search));
  useEffect(() => {
    const back = () => setAt(readView(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const way = {
    at,
    go(changes: Partial<View>) {
      const wanted = { ...at, ...changes };
      history.pushState(null, '', writeView(wanted));
      setAt(wanted);
    },
  };
  const isOperator = viewer.value!.role === 'operator';
  return (
    <div class="coverage">
      <PageHead title={t('contradictions.link')} skip={<Skip />} />
      <main id="contradictions" class="coverage__body">
        <p class="muted">{t(isOperator ? 'contradictions.about-own' : 'contradictions.about')}</p>
        {!isOperator && <Sides way={way} />}
        {at.side === 'unclaimed' && !isOperator ? <UnclaimedPanel way={way} /> : <ContradictedPanel way={way} />}
      </main>
      <Notices />
    </div>
  );
}

const Skip = () => (
  <a class="skip" href="#contradictions">
    {t('contradictions.skip')}
  </a>
);
