import type { Blocker, OwingParty } from '../../server/construction/schema.ts';
import { date, t } from '../i18n/index.ts';
import { identifier } from '../outbox/identifier.ts';
import { emptyReason, ReasonFields } from '../schedules/reason-fields.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import type { BlockerDraft, ReportDraft } from './report-draft.ts';

/** Held against the wire's schema by a test. */
export const owingParties: readonly OwingParty[] = ['operator', 'local-authority', 'ministry'];

interface Properties {
  draft: Pick<ReportDraft, 'blockers' | 'removed'>;
  /** Those that stand. */
  standing: readonly Blocker[];
  /** May new ones be raised? */
  mayRaise: boolean;
  change(changes: Partial<Pick<ReportDraft, 'blockers' | 'removed'>>): void;
}

/** What holds up the work: what stands can be removed, more can be raised. */
export function BlockerFields({ draft: { blockers, removed }, standing, mayRaise, change }: Properties) {
  const set = (id: string, changes: Partial<BlockerDraft>) =>
    change({ blockers: blockers.map((one) => (one.id === id ? { ...one, ...changes } : one)) });
  const fresh = (): BlockerDraft => ({ id: identifier(), cause: emptyReason, owedBy: '', since: '' });
  return (
    <>
      {standing.map(({ id, cause, text, since }) => (
        <Field
          key={id}
          label={t('blockers.removed-on', { cause: t(`reason-code.${cause}`) })}
          hint={`${text} · ${t('blockers.since', { date: date(since) })}`}
        >
          {(field, hint) => (
            <input
              id={field}
              type="date"
              aria-describedby={hint}
              min={since}
              value={removed[id] ?? ''}
              onInput={({ currentTarget: { value } }) => {
                const { [id]: _, ...others } = removed;
                change({ removed: value === '' ? others : { ...others, [id]: value } });
              }}
            />
          )}
        </Field>
      ))}
      {blockers.map(({ id, cause, owedBy, since }) => (
        <fieldset key={id} class="blocker-fields">
          <legend>{t('blockers.new')}</legend>
          <ReasonFields reason={cause} change={(next) => set(id, { cause: next })} />
          <div class="fields fields--two">
            <Field label={t('blockers.owed-by')}>
              {(field) => (
                <Select
                  id={field}
                  required
                  value={owedBy}
                  empty={t('assign.choose')}
                  options={owingParties.map((value) => ({ value, label: t(`party.${value}`) }))}
                  change={(value) => set(id, { owedBy: value })}
                />
              )}
            </Field>
            <Field label={t('blockers.since-when')}>
              {(field) => (
                <input
                  id={field}
                  type="date"
                  required
                  value={since}
                  onInput={({ currentTarget: { value } }) => set(id, { since: value })}
                />
              )}
            </Field>
          </div>
          <button
            type="button"
            class="button"
            onClick={() => change({ blockers: blockers.filter((one) => one.id !== id) })}
          >
            {t('blockers.not')}
          </button>
        </fieldset>
      ))}
      {mayRaise && (
        <button type="button" class="button" onClick={() => change({ blockers: [...blockers, fresh()] })}>
          {t('blockers.raise')}
        </button>
      )}
    </>
  );
}
