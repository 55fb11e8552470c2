import type { Assignment } from '../../server/assignments/schema.ts';
import { changeableStages, partyOf } from '../../server/assignments/stages.ts';
import type { ChangeRequest } from '../../server/change-requests/schema.ts';
import { date, t } from '../i18n/index.ts';
import { idOf } from '../schedules/rows.ts';
import { changeFields, reasonWords, termWords } from '../schedules/words.ts';
import { viewer } from '../session/session.ts';
import { Facts } from '../ui/facts.tsx';
import { listOf } from './address.ts';

interface Properties {
  assignment: Assignment;
  requests: readonly ChangeRequest[];
}

/** What was asked to be changed of what is agreed, with what became of it; and the way to the list, where one asks. */
export function ChangesAsked({ assignment, requests }: Properties) {
  const isOpen = requests.some(({ state }) => state === 'open');
  const mayAsk = !isOpen && partyOf(viewer.value!.role) !== null && changeableStages.includes(assignment.stage);
  if (requests.length === 0 && !mayAsk) return null;
  const list = listOf(assignment);
  return (
    <section class="panel" id="changes-asked">
      <h2>{t('change-requests.title')}</h2>
      {requests.length === 0 && <p class="muted">{t('changes-asked.none')}</p>}
      <ul class="commitments">
        {requests.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </ul>
      {mayAsk && (
        <p>
          <a class="button" href={`${list}${list.includes('?') ? '&' : '?'}selected=${idOf(assignment)}`}>
            {t('changes-asked.ask')}
          </a>
        </p>
      )}
    </section>
  );
}

function Request({ request }: { request: ChangeRequest }) {
  const { party, askedBy, askedOn, changes, reason, state, decidedBy, decidedOn, decisionText } = request;
  const asked = changeFields.filter((field) => changes[field] !== undefined);
  return (
    <li class="commitment">
      <p>
        <strong>{t(`change-party.${party}`)}</strong>, {askedBy}, {date(askedOn)}
      </p>
      {changes.cancelled && <p>{t('change.to-be-cancelled')}</p>}
      {asked.length > 0 && <Facts facts={asked.map((field) => [t(`field.${field}`), termWords(field, changes)])} />}
      <p class="commitment__reason">{reasonWords(reason)}</p>
      {state === 'open' ? (
        <p>{t('change.waits')}</p>
      ) : (
        <p>
          <strong>{t(`changes-asked.${state}`)}</strong>:{' '}
          {[decidedBy, date(decidedOn!), decisionText].filter(Boolean).join(', ')}
        </p>
      )}
    </li>
  );
}
