import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { onlyFor } from '../store/problem.ts';
import { Notices } from '../ui/notices.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { beginAtAddress, followAddress, wayFrom } from './address.ts';
import { Desk } from './desk.tsx';

/** The page at `/coverage`: how far the promise is kept, in the country and in each place, today or as known on a date. */
export function CoveragePage() {
  const { role, regionCode, districtCode } = viewer.value!;
  const home = { region: regionCode ?? '', district: districtCode ?? '' };
  // Before anything is drawn, and so asked for.
  useState(() => beginAtAddress(home));
  useEffect(() => followAddress(home), []);
  return (
    <div class="coverage">
      <PageHead
        title={t('coverage.title')}
        hasSteps={role === 'deputy'}
        skip={
          <a class="skip" href="#coverage">
            {t('coverage.skip')}
          </a>
        }
      />
      {role === 'operator' ? (
        <main class="coverage__body">
          <ProblemNotice problem={forbidden} what="coverage.forbidden" />
        </main>
      ) : (
        <Desk way={wayFrom(home)} />
      )}
      <Notices />
    </div>
  );
}

const forbidden = onlyFor('deputy', 'planner', 'administrator');
