import type { ChangeRequest } from '../../server/change-requests/schema.ts';
import { date, t } from '../i18n/index.ts';
import type { Row } from './rows.ts';
import { TermsTable } from './terms-table.tsx';
import { reasonWords } from './words.ts';

/** What was asked to be changed of an assignment: by whom, before and after, and why. */
export function Requested({ row, request }: { row: Row; request: ChangeRequest }) {
  const { party, askedBy, askedOn, changes, reason } = request;
  return (
    <div class="requested">
      <p>
        <strong>{t(`change-party.${party}`)}</strong>, {askedBy}, {date(askedOn)}
      </p>
      {changes.cancelled ? <p>{t('change.to-be-cancelled')}</p> : <TermsTable row={row} asked={changes} agreed />}
      <p class="commitment__reason">{reasonWords(reason)}</p>
    </div>
  );
}
