import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { onlyFor } from '../store/problem.ts';
import { Notices } from '../ui/notices.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Desk } from './desk.tsx';

const forbidden = onlyFor('planner', 'deputy');

/** The pages at `/what-if`: what would be otherwise by another profile, on another date or without some evidence. */
export function WhatIfPage() {
  const isOperator = viewer.value!.role === 'operator';
  return (
    <div class="schedules">
      <PageHead title={t('what-if.title')} skip={<Skip />} />
      <main id="what-if" class="schedules__body what-if">
        {isOperator ? <ProblemNotice problem={forbidden} what="what-if.forbidden" /> : <Desk />}
      </main>
      <Notices />
    </div>
  );
}

const Skip = () => (
  <a class="skip" href="#what-if">
    {t('what-if.skip')}
  </a>
);
