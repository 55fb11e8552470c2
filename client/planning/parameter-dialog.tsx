import { useState } from 'preact/hooks';
import type { Parameter, Sourced } from '../../server/planning/parameters/schema.ts';
import { number, t } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { notify } from '../ui/notices.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { CheckedField } from './checked-field.tsx';
import { valueWords } from './cost-fields.tsx';
import { type FieldFault, numberOf } from './draft.ts';
import { planningService } from './service.ts';
import { unitName } from './words.ts';

interface Properties {
  parameter: Parameter;
  close(): void;
  saved(): void;
}

const datePattern = /^\d{4}(-\d\d-\d\d)?$/;

/** What the ministry says that something costs, with its source; every later plan is made with it. */
export function ParameterDialog({ parameter, close, saved }: Properties) {
  const { code, unit, least, most, shipped, version } = parameter;
  const [value, setValue] = useState(String(parameter.value));
  const [source, setSource] = useState(shipped === null ? '' : parameter.source);
  const [dated, setDated] = useState(shipped === null ? '' : parameter.dated);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [tried, setTried] = useState(false);
  const amount = numberOf(value);
  const faults: Record<'value' | 'source' | 'dated', FieldFault | undefined> = {
    value: !Number.isFinite(amount)
      ? { fault: 'number' }
      : amount < least || amount > most
        ? { fault: 'range', least, most }
        : undefined,
    source: source.trim() === '' ? { fault: 'missing' } : undefined,
    dated: datePattern.test(dated.trim()) ? undefined : { fault: 'date' },
  };
  const isFaulty = Object.values(faults).some((fault) => fault !== undefined);

  async function save(set: Sourced | null): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await planningService.setParameter(code, { version, set });
      notify({ text: t('costs.saved') });
      saved();
      close();
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  function submit(event: Event): void {
    event.preventDefault();
    setTried(true);
    if (!isFaulty) void save({ value: amount, source: source.trim(), dated: dated.trim() });
  }

  const shown = (name: keyof typeof faults) => (tried ? faults[name] : undefined);
  return (
    <Dialog title={t(`parameter.${code}`)} close={close}>
      <form onSubmit={submit} noValidate>
        <p>{t('costs.for-all')}</p>
        <CheckedField
          label={`${t('costs.value')}, ${unitName(unit)}`}
          hint={t('costs.between', { least: number(least, 6), most: number(most, 6) })}
          fault={shown('value')}
        >
          {(id, described) => (
            <input
              {...{ id, ...described, value }}
              inputMode="decimal"
              onInput={({ currentTarget }) => setValue(currentTarget.value)}
            />
          )}
        </CheckedField>
        <CheckedField label={t('costs.source')} hint={t('costs.source-hint')} fault={shown('source')}>
          {(id, described) => (
            <input
              {...{ id, ...described, value: source }}
              maxLength={1000}
              onInput={({ currentTarget }) => setSource(currentTarget.value)}
            />
          )}
        </CheckedField>
        <CheckedField label={t('costs.dated')} hint={t('costs.dated-hint')} fault={shown('dated')}>
          {(id, described) => (
            <input
              {...{ id, ...described, value: dated }}
              maxLength={10}
              onInput={({ currentTarget }) => setDated(currentTarget.value)}
            />
          )}
        </CheckedField>
        {shipped && (
          <p class="muted">
            {t('costs.shipped')}: {valueWords({ unit, value: shipped.value })}. {shipped.source} ({shipped.dated}).
          </p>
        )}
        {problem !== null && <ProblemNotice problem={problem} what="costs.failed" />}
        <footer class="dialog__foot">
          {shipped && (
            <button type="button" class="button" disabled={busy} onClick={() => void save(null)}>
              {t('costs.as-shipped')}
            </button>
          )}
          <button type="button" class="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button type="submit" class="button button--main" disabled={busy}>
            {busy ? t('common.saving') : t('costs.save')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
