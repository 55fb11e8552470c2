import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { Notices } from '../ui/notices.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { WithOperators } from '../ui/with-operators.tsx';
import { onlyFor } from '../store/problem.ts';
import { readPath } from './address.ts';
import { AskPanel } from './ask-panel.tsx';
import { InquiryPanel } from './inquiry-panel.tsx';
import { ListPanel } from './list-panel.tsx';

/** The pages at `/inquiries`: all that were asked, one of them, and the form to ask. */
export function InquiriesPage() {
  const place = readPath(location.pathname);
  return (
    <div class="schedules">
      <PageHead title={t('inquiries.title')} skip={<Skip />} />
      <main id="inquiries" class="schedules__body schedules__body--narrow">
        <WithOperators loading="inquiries.loading" failed="inquiries.load-failed">
          {place.page === 'list' && <ListPanel />}
          {place.page === 'one' && <InquiryPanel of={place.key} />}
          {place.page === 'ask' && (viewer.value!.role === 'deputy' ? <AskPanel /> : <Forbidden />)}
        </WithOperators>
      </main>
      <Notices />
    </div>
  );
}

const Skip = () => (
  <a class="skip" href="#inquiries">
    {t('inquiries.skip')}
  </a>
);

const forbidden = onlyFor('deputy');
const Forbidden = () => <ProblemNotice problem={forbidden} what="inquiries.forbidden" />;
