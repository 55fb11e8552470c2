// What becomes of a plan when it is made assignments: asked of the rules that the server enforces.
import type { ConflictCode } from '../../server/assignments/schema.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import { type Preview, preview } from '../planner/assign/preview.ts';
import { planOf } from '../store/plan.ts';
import type { Finishing } from '../store/served.ts';
import { operators, programme } from '../store/state.ts';
import { textOfKey } from './address.ts';
import { places } from './known.ts';

/** The conflicts of rows that are planned, by their place in `rows`; `leaveOut` are warnings that the planner heeds. */
export function previewOf(
  rows: readonly PlanRow[],
  finishing: Finishing,
  leaveOut: ReadonlySet<ConflictCode>,
): Preview {
  const plan = planOf(finishing, operators.value, programme.value!);
  const proposals = rows.map((row) => {
    const there = places.value.get(textOfKey(row));
    const { operatorCode, technology, startQuarter, finishQuarter } = row;
    return {
      candidate: {
        status: there?.status ?? null,
        flagged: there?.flagged ?? true,
        population: there === undefined ? row.residents : there.population,
        assignments: there?.assignments ?? [],
      },
      commitment: {
        operatorCode: operatorCode!,
        technology: technology!,
        startQuarter: startQuarter ?? finishQuarter!,
        finishQuarter: finishQuarter!,
        costTenge: row.capitalTenge,
        subsidyTenge: row.subsidyTenge,
        responsibleOfficer: '',
      },
      own: null,
    };
  });
  return preview([...rows.keys()], proposals, plan, leaveOut);
}
