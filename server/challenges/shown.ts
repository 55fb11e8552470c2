import { attachmentsByIds } from '../attachments/queries.ts';
import { evidenceAt } from '../country/queries.ts';
import type { ShownEvidence } from '../country/schema.ts';
import type { EvidenceKind } from '../coverage/schema.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { currentProgramme } from '../programmes/queries.ts';
import type { Cited, CitedFile, EvidenceAt, Shown } from './schema.ts';

type Piece = Omit<ShownEvidence, 'deciding'>;

/** What is known of service in settlements of a region: that of one operator, and that of nobody in particular. */
export async function evidenceIn(
  database: Database,
  regionCode: string,
  codes: Iterable<string>,
  operatorCode: string,
): Promise<(at: EvidenceAt) => Piece | undefined> {
  const reach = (await currentProgramme(database))?.profile.measurement.reach ?? 0;
  const known = new Map<string, Piece>();
  for (const code of new Set(codes)) {
    for (const piece of await evidenceAt(database, { regionCode, code }, reach, operatorCode)) {
      known.set(`${code} ${piece.id}`, piece);
    }
  }
  return ({ settlementCode, evidenceId }) => known.get(`${settlementCode} ${evidenceId.toLowerCase()}`);
}

export const codesOf = (at: readonly EvidenceAt[]): Set<string> =>
  new Set(at.map(({ settlementCode }) => settlementCode));

/** A piece of evidence as it is kept where somebody named it. */
export const citedOf = ({
  kind,
  operatorCode,
  technology,
  download,
  upload,
  latency,
  tests,
  devices,
  observedOn,
  dataset,
}: Piece): Cited => ({
  kind,
  operatorCode,
  technology,
  download,
  upload,
  latency,
  tests,
  devices,
  observedOn,
  dataset,
});

export const refused = (refusal: string, where: string, detail: string, status = 422) =>
  new Problem(status, status === 409 ? 'Not possible now' : 'Invalid input', `${where}: ${detail}`, { refusal });

/** What a side shows, as it is kept; `company` is the operator whose files may be named, null the challengers. */
export async function checkShown(
  database: Database,
  { tests, evidence, attachments }: Shown,
  about: {
    regionCode: string;
    codes: ReadonlySet<string>;
    company: string | null;
    kinds: readonly EvidenceKind[];
    known: (at: EvidenceAt) => Piece | undefined;
  },
) {
  for (const [i, { settlementCode }] of tests.entries()) {
    if (!about.codes.has(settlementCode)) {
      throw refused('unknown-evidence', `tests.${i}`, `${settlementCode} is none of the settlements of the challenge.`);
    }
  }
  const cited = evidence.map((at, i) => {
    const piece = about.codes.has(at.settlementCode) ? about.known(at) : undefined;
    if (piece === undefined || !about.kinds.includes(piece.kind)) {
      const detail = `${at.evidenceId} is no ${about.kinds.join(' or ')} of the operator's service at ${at.settlementCode}.`;
      throw refused('unknown-evidence', `evidence.${i}`, detail);
    }
    return { settlementCode: at.settlementCode, evidenceId: piece.id, cited: citedOf(piece) };
  });
  const ids = attachments.map((id) => id.toLowerCase());
  const files = new Map((await attachmentsByIds(database, ids, null)).map((file) => [file.id, file]));
  const named = ids.map((id, i): CitedFile => {
    const file = files.get(id);
    const isTheirs = file?.regionCode === about.regionCode && file.operatorCode === about.company;
    // What an inspector sent of another company's assignment is not for the operator to see.
    const isForBoth = about.company !== null || file?.number === null;
    if (!isTheirs || !isForBoth || !about.codes.has(file.code)) {
      throw refused('unknown-file', `attachments.${i}`, `there is no file ${id} of these settlements. Send it first.`);
    }
    return { id, kind: file.kind, fileName: file.fileName, settlementCode: file.code };
  });
  return { tests, evidence: cited, attachments: named };
}
