import { useEffect, useState } from 'preact/hooks';
import type { SettlementDetail, ShownEvidence } from '../../server/country/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { identifier } from '../outbox/identifier.ts';
import { operatorName } from '../planner/words.ts';
import { service } from '../store/service.ts';
import { Field } from '../ui/field.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RegionFilter } from '../ui/region-filter.tsx';
import { Select } from '../ui/select.tsx';
import { useUnsent } from '../ui/use-unsent.ts';
import { pathOf, readStart, writeStart } from './address.ts';
import { TextField } from './challenge-form.tsx';
import { challengesService } from './service.ts';
import { SettlementSearch } from './settlement-search.tsx';
import { EvidenceChoices, ShownFields } from './shown-fields.tsx';
import { useShown } from './use-shown.ts';

const isClaim = ({ kind, operatorCode }: ShownEvidence) =>
  operatorCode !== null && (kind === 'claim' || kind === 'register');

/** The form to dispute claims of an operator: which settlements, which claims, what shows that they are not so, and why. */
export function RaisePanel() {
  const [start, setStart] = useState(() => readStart(location.search));
  const { region, settlements, evidence } = start;
  const [details, setDetails] = useState<ReadonlyMap<string, SettlementDetail>>(new Map());
  const [problem, setProblem] = useState<unknown>(null);
  function load(): void {
    setProblem(null);
    for (const code of settlements.filter((one) => !details.has(one))) {
      service
        .settlement({ regionCode: region, code })
        .then((found) => setDetails((before) => new Map(before).set(code, found)), setProblem);
    }
  }
  useEffect(load, [settlements]);
  function begin(changes: Partial<typeof start>): void {
    const next = { ...start, ...changes };
    history.replaceState(null, '', location.pathname + writeStart(next));
    setStart(next);
  }
  const add = (code: string) => begin({ settlements: [...settlements, code] });
  const known = settlements.flatMap((code) => details.get(code) ?? []);
  return (
    <>
      {settlements.length === 0 && (
        <RegionFilter region={region} change={(code) => begin({ region: code, settlements: [] })} />
      )}
      {region !== '' && settlements.length === 0 && <SettlementSearch {...{ region, add, known: settlements }} />}
      {problem !== null && <ProblemNotice problem={problem} what="challenges.load-failed" retry={load} />}
      {known.length < settlements.length && problem === null && <ListSkeleton what="challenges.loading" />}
      {known.length > 0 && <RaiseForm {...{ region, known, evidence, add }} />}
    </>
  );
}

interface Properties {
  region: string;
  known: readonly SettlementDetail[];
  /** The claim that the address names. */
  evidence: string;
  add(code: string): void;
}

function RaiseForm({ region, known, evidence, add }: Properties) {
  // However often it is sent, it is raised once.
  const [id] = useState(identifier);
  const claims = known.flatMap((detail) => detail.evidence.filter(isClaim));
  const [chosenOperator, setOperator] = useState('');
  const operators = [...new Set(claims.map(({ operatorCode }) => operatorCode!))];
  const named = claims.find((claim) => claim.id === evidence)?.operatorCode ?? '';
  const operator = chosenOperator || named || (operators.length === 1 ? operators[0] : '');
  const [chosen, setChosen] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const shown = useShown(region);
  const unsent = useUnsent();

  const at = known.map(({ settlement: { code, names }, evidence: pieces }) => {
    const disputable = pieces.filter((piece) => isClaim(piece) && piece.operatorCode === operator);
    const free = disputable.filter(({ challenge }) => challenge === null);
    return {
      code,
      name: nameOf(names),
      free,
      taken: disputable.length - free.length,
      // The claim of the address is disputed wherever it stands, until the person chooses otherwise.
      claims: chosen.get(code) ?? free.filter((piece) => piece.id === evidence).map((piece) => piece.id),
      known: pieces.filter(
        ({ kind, operatorCode }) =>
          (kind === 'measurement' || kind === 'inspection') && (operatorCode ?? operator) === operator,
      ),
    };
  });
  const codes = at.filter(({ claims: ids }) => ids.length > 0).map(({ code }) => code);
  const half = shown.isHalf(codes);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const disputed = at.flatMap(({ code, claims: ids }) =>
      ids.map((evidenceId) => ({ settlementCode: code, evidenceId })),
    );
    try {
      const request = { id, regionCode: region, operatorCode: operator, claims: disputed, text, ...shown.shown(codes) };
      const raised = await challengesService.raise(request);
      unsent.current = false;
      location.assign(pathOf(raised));
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <form
      class="panel"
      aria-label={t('challenges.raise-title')}
      onSubmit={submit}
      onInput={() => (unsent.current = true)}
    >
      <h2>{t('challenges.raise-title')}</h2>
      <p class="muted">{t('challenges.raise-explained')}</p>
      {operators.length === 0 && <p>{t('challenges.no-claims')}</p>}
      {operators.length > 0 && (
        <Field label={t('field.operatorCode')}>
          {(fieldId) => (
            <Select
              {...{ id: fieldId, value: operator, required: true, empty: t('assign.choose') }}
              options={operators.map((value) => ({ value, label: operatorName(value) }))}
              change={(value) => {
                setOperator(value);
                setChosen(new Map());
              }}
            />
          )}
        </Field>
      )}
      <div class="report-form">
        {operator !== '' &&
          at.map(({ code, name, free, taken, claims: ids, known: pieces }) => (
            <fieldset key={code}>
              <legend>{name}</legend>
              {free.length === 0 && taken === 0 && <p class="muted">{t('challenges.no-claims-here')}</p>}
              {taken > 0 && <p class="muted">{t('challenges.taken', { count: taken })}</p>}
              {free.length > 0 && <p>{t('challenges.choose-claims')}</p>}
              <EvidenceChoices
                pieces={free}
                chosen={ids}
                choose={(changed) => setChosen((before) => new Map(before).set(code, changed))}
              />
              {ids.length > 0 && <ShownFields {...{ code, known: pieces, state: shown }} />}
            </fieldset>
          ))}
      </div>
      <SettlementSearch {...{ region, add }} known={at.map(({ code }) => code)} />
      <TextField label="challenges.why" hint="challenges.why-hint" text={text} change={setText} />
      {half && <p role="status">{t('challenges.half-test')}</p>}
      {problem !== null && <ProblemNotice problem={problem} what="challenges.not-saved" />}
      <div class="panel__actions">
        <button
          type="submit"
          class="button button--main"
          disabled={busy || codes.length === 0 || half || shown.preparing > 0}
        >
          {busy ? t('common.saving') : t('challenges.send')}
        </button>
        <a class="button" href="/challenges">
          {t('common.cancel')}
        </a>
      </div>
    </form>
  );
}
