import { number, quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { Facts } from '../ui/facts.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Wrong } from './checked-field.tsx';
import { fieldOfProblem } from './draft.ts';
import type { OutlookReading } from './use-outlook.ts';
import { people } from './words.ts';

/** What the plan would be made from, and what is wrong with that, before anything is computed. */
export function Outlook({
  reading: { value, isComing, problem },
  isFaulty,
}: {
  reading: OutlookReading;
  isFaulty: boolean;
}) {
  return (
    <section class="panel" aria-busy={isComing} aria-live="polite">
      <h3>{t('outlook.title')}</h3>
      {problem !== null && <ProblemNotice problem={problem} what="outlook.failed" />}
      {value === null && problem === null && <p class="muted">{t(isFaulty ? 'outlook.faulty' : 'outlook.coming')}</p>}
      {value !== null && (
        <>
          <Facts
            facts={[
              [t('outlook.settlements'), `${number(value.settlements)}, ${people(value.residents)}`],
              [t('outlook.committed'), number(value.committed)],
              [t('outlook.pinned'), number(value.pinned)],
              [t('outlook.links'), number(value.links)],
              [t('outlook.first'), quarter(value.firstQuarter)],
            ]}
          />
          {value.operators.length > 0 && (
            <div class="wide-table">
              <table class="table figures">
                <thead>
                  <tr>
                    <th scope="col">{t('field.operatorCode')}</th>
                    <th scope="col">{t('outlook.nodes')}</th>
                    <th scope="col">{t('outlook.refused')}</th>
                  </tr>
                </thead>
                <tbody>
                  {value.operators.map(({ operatorCode, nodes, refused }) => (
                    <tr key={operatorCode}>
                      <th scope="row">{operatorName(operatorCode)}</th>
                      <td>{number(nodes)}</td>
                      <td>{number(refused)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {value.operators.every(({ nodes }) => nodes === 0) && <NoNetwork />}
          <Wrong problems={value.problems.filter(({ code }) => fieldOfProblem[code] === undefined)} />
        </>
      )}
    </section>
  );
}

/** There is no network to build from: how it is brought in. */
export function NoNetwork() {
  return (
    <div class="notice">
      <div>
        <p>
          <strong>{t('network.none')}</strong>
        </p>
        <p>{t('network.how')}</p>
        <a class="button" href="/imports">
          {t('imports.title')}
        </a>
      </div>
    </div>
  );
}
