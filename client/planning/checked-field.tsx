import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { PlanProblem } from '../../server/planning/requests/schema.ts';
import { number, t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import type { FieldFault } from './draft.ts';
import { placeName } from './known.ts';
import { problemWords } from './words.ts';

/** What is wrong with a field and what to write instead. */
export const faultWords = ({ fault, least = 0, most = 0 }: FieldFault): string =>
  t(`field-fault.${fault}`, { least: number(least, 6), most: number(most, 6) });

interface Properties {
  label: string;
  hint?: string;
  fault?: FieldFault;
  /** What the service finds wrong here. */
  problems?: readonly PlanProblem[];
  children(id: string, described: { 'aria-describedby'?: string; 'aria-invalid'?: boolean }): ComponentChildren;
}

/** A control under its label; beside it what is wrong with it and what to change. */
export function CheckedField({ label, hint, fault, problems = [], children }: Properties) {
  const id = useId();
  const errors = problems.filter(({ severity }) => severity === 'error');
  const isWrong = fault !== undefined || errors.length > 0;
  const described = [hint && `${id}-hint`, (fault || problems.length > 0) && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id, { 'aria-describedby': described || undefined, 'aria-invalid': isWrong || undefined })}
      {hint && (
        <small id={`${id}-hint`} class="muted">
          {hint}
        </small>
      )}
      <Wrong id={`${id}-wrong`} {...{ fault, problems }} />
    </div>
  );
}

/** What is wrong in one place of the form, each with the settlements that it is about. */
export function Wrong({ id, fault, problems = [] }: { id?: string } & Pick<Properties, 'fault' | 'problems'>) {
  if (fault === undefined && problems.length === 0) return null;
  return (
    <ul id={id} class="wrong">
      {fault && <Line severity="error">{faultWords(fault)}</Line>}
      {problems.map((problem, i) => (
        <Line key={i} severity={problem.severity}>
          {problemWords(problem)}
          {problem.settlements.length > 0 && <Which problem={problem} />}
        </Line>
      ))}
    </ul>
  );
}

function Line({ severity, children }: { severity: PlanProblem['severity']; children: ComponentChildren }) {
  return (
    <li class={`wrong__line wrong__line--${severity}`}>
      <Icon name="warning" />
      <div>{children}</div>
    </li>
  );
}

const namesShown = 12;

function Which({ problem: { settlements, values } }: { problem: PlanProblem }) {
  const others = Number(values.count ?? settlements.length) - Math.min(namesShown, settlements.length);
  return (
    <details class="more">
      <summary>{t('outlook.which')}</summary>
      {settlements.slice(0, namesShown).map(placeName).join(', ')}
      {others > 0 && ` ${t('common.and-more', { count: others })}`}
    </details>
  );
}
