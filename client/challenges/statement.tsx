import type { ShownChallenge } from '../../server/challenges/schema.ts';
import { Evidence } from '../commitment/evidence.tsx';
import { TestsTable } from '../commitment/tests-table.tsx';
import { citedWords, settlementName, statementHead } from './words.ts';

interface Properties {
  challenge: ShownChallenge;
  statement: ShownChallenge['statements'][number];
}

/** What one side says, and what it shows of each settlement. */
export function Statement({ challenge, statement }: Properties) {
  const { text, tests, evidence, attachments, writtenOn } = statement;
  const shownAt = challenge.places.map(({ settlementCode }) => {
    const isHere = (one: { settlementCode: string }) => one.settlementCode === settlementCode;
    return {
      settlementCode,
      tests: tests.filter(isHere),
      evidence: evidence.filter(isHere),
      files: attachments.filter(isHere).map((file) => ({ ...file, sentOn: writtenOn, width: null, height: null })),
    };
  });
  return (
    <li class="panel">
      <h2>{statementHead(statement)}</h2>
      <p class="inquiry__text">{text}</p>
      {shownAt
        .filter((shown) => shown.tests.length + shown.evidence.length + shown.files.length > 0)
        .map((shown) => (
          <section key={shown.settlementCode}>
            <h3>{settlementName(challenge, shown.settlementCode)}</h3>
            <TestsTable tests={shown.tests} />
            {shown.evidence.length > 0 && (
              <ul>
                {shown.evidence.map(({ evidenceId, cited }) => (
                  <li key={evidenceId}>{citedWords(cited)}</li>
                ))}
              </ul>
            )}
            <Evidence attachments={shown.files} ids={shown.files.map(({ id }) => id)} />
          </section>
        ))}
    </li>
  );
}
