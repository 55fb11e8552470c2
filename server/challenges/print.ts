import type { Database } from '../database/database.ts';
import { dated, drawLetter } from '../documents/letter.ts';
import { nameIn } from '../inquiries/print.ts';
import type { PrintLanguage } from '../inquiries/words.ts';
import { allOperators } from '../operators/queries.ts';
import { documentWords } from '../schedules/document/words.ts';
import type { ChallengeOutcome, Cited, ShownChallenge } from './schema.ts';
import { words } from './words.ts';

/** The challenge as its reader may see it, as a PDF on A4. */
export async function printChallenge(
  database: Database,
  challenge: ShownChallenge,
  language: PrintLanguage,
  today: string,
): Promise<Buffer> {
  const say = words[language];
  const { regionCode, number, operatorCode, state, claims, places, statements } = challenge;
  const operator = (await allOperators(database)).find(({ code }) => code === operatorCode);
  const nameAt = new Map(
    places.map(({ settlementCode, settlement }) => [settlementCode, nameIn(settlement, language)]),
  );
  const at = (code: string) => nameAt.get(code) ?? code;
  const { technologies } = documentWords[language];
  const service = ({ kind, technology, download, upload, latency, tests, observedOn, dataset }: Cited) =>
    [
      say.kinds[kind],
      technology && technologies[technology],
      say.speed(download, upload, latency),
      tests !== null && say.tests(tests),
      observedOn && dated(observedOn),
      dataset,
    ]
      .filter(Boolean)
      .join(', ');
  const outcomeOf = (outcome: ChallengeOutcome | null) => (outcome === null ? '' : ` – ${say.outcomes[outcome]}`);

  const disputed = claims.map(
    ({ settlementCode, claim, outcome }) => `${at(settlementCode)}: ${service(claim)}${outcomeOf(outcome)}`,
  );
  const said = statements.map(
    ({ step, text, tests, evidence, attachments, writtenByName, writtenOn }): [string, string] => [
      [say.steps[step], [writtenByName, dated(writtenOn)].filter(Boolean).join(', ')].join(': '),
      [
        text,
        ...(step === 'decide' && challenge.decidedByRaiser ? [say.byOne] : []),
        ...tests.map(
          ({ settlementCode, download, upload, latency }) =>
            `${at(settlementCode)}: ${say.test}, ${say.speed(download, upload, latency)}`,
        ),
        ...evidence.map(({ settlementCode, cited }) => `${at(settlementCode)}: ${service(cited)}`),
        ...attachments.map(({ settlementCode, fileName }) => `${at(settlementCode)}: ${say.file} ${fileName}`),
      ].join('\n'),
    ],
  );
  return drawLetter({
    title: say.title(`${regionCode}/${number}`),
    language,
    facts: [
      [say.operator, nameIn(operator?.names, language) || operatorCode],
      [say.place, nameIn(places[0]?.region, language) || regionCode],
      [say.raisedBy, `${say.parties[challenge.party]}, ${dated(challenge.raisedOn)}`],
      [say.dueOn, dated(challenge.dueOn)],
      [say.state, say.states[state]],
    ],
    blocks: [[say.disputed, disputed.join('\n')], ...said],
    signature: [say.signature, `${documentWords[language].signatures.name} ______________________`],
    printed: say.printed(dated(today)),
    page: say.page,
  });
}
