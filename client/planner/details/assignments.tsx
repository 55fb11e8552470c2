import type { Assignment } from '../../../server/assignments/schema.ts';
import type { SettlementDetail } from '../../../server/country/schema.ts';
import { pathOf } from '../../commitment/address.ts';
import { t } from '../../i18n/index.ts';
import { AskLink } from '../../inquiries/ask-link.tsx';
import { isOverdue, markOf } from '../../map/stage.ts';
import { mayPlan } from '../../session/session.ts';
import { placeRow, programme } from '../../store/state.ts';
import { Facts } from '../../ui/facts.tsx';
import { MarkIcon } from '../../ui/mark-icon.tsx';
import { openDialog } from '../dialogs.ts';
import { money, operatorName, quarters } from '../words.ts';

/** Who is to connect the settlement, with what and when. */
export function AssignmentsSection({ detail }: { detail: Pick<SettlementDetail, 'assignments' | 'inTime'> }) {
  const assignments = detail.assignments.map((one) => ({ ...one, inTime: detail.inTime.includes(one.number) }));
  const row = placeRow.value;
  return (
    <section>
      <h3>{t('assignments.title')}</h3>
      {assignments.length === 0 && <p class="muted">{t('assignments.none')}</p>}
      <ul class="cards">
        {assignments.map((assignment) => (
          <AssignmentCard key={assignment.number} assignment={assignment} />
        ))}
      </ul>
      {mayPlan() && row !== null && (
        <button type="button" class="button" onClick={() => (openDialog.value = { type: 'assign', rows: [row] })}>
          {t('assignments.add')}
        </button>
      )}
    </section>
  );
}

function AssignmentCard({ assignment }: { assignment: Assignment & { inTime: boolean } }) {
  const { operatorCode, technology, startQuarter, finishQuarter, costTenge, subsidyTenge, responsibleOfficer, stage } =
    assignment;
  const current = programme.value!.currentQuarter;
  const assignments = [assignment];
  return (
    <li class="card">
      <p class="card__title">
        <MarkIcon mark={markOf(false, assignments, current)} />
        <strong>{operatorName(operatorCode)}</strong>
      </p>
      <p>
        {t(`technology.${technology}`)} · {quarters(startQuarter, finishQuarter)}
      </p>
      <p class="muted">
        {t(`stage.${stage}`)}
        {isOverdue(assignment, current) && ` · ${t('mark.overdue')}`}
      </p>
      {(costTenge !== null || subsidyTenge !== null || responsibleOfficer !== '') && (
        <Facts
          facts={[
            costTenge === null ? null : [t('field.costTenge'), money(costTenge)],
            subsidyTenge === null ? null : [t('field.subsidyTenge'), money(subsidyTenge)],
            responsibleOfficer === '' ? null : [t('field.responsibleOfficer'), responsibleOfficer],
          ]}
        />
      )}
      {stage !== 'draft' && (
        <a class="button button--small" href={pathOf(assignment)}>
          {t('assignments.open')}
        </a>
      )}
      <AskLink
        about={{ region: assignment.regionCode, settlement: assignment.code, number: String(assignment.number) }}
      />
      {mayPlan() && stage === 'draft' && (
        <div class="card__actions">
          <button
            type="button"
            class="button button--small"
            onClick={() => (openDialog.value = { type: 'amend', assignments })}
          >
            {t('assignments.amend')}
          </button>
          <button
            type="button"
            class="button button--small"
            onClick={() => (openDialog.value = { type: 'withdraw', assignments })}
          >
            {t('assignments.withdraw')}
          </button>
        </div>
      )}
    </li>
  );
}
