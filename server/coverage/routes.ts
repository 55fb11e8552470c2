import { z } from 'zod';
import { identifier } from '../changes/identifier.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound } from '../http/problem.ts';
import { SettlementKey } from '../places/schema.ts';
import { editEvidence } from '../assessment/edit-evidence.ts';
import { copiesOfEvidence } from './queries.ts';
import { EvidenceKind, Service, WherePlaced } from './schema.ts';

const EvidenceInput = Service.extend({ kind: EvidenceKind, where: WherePlaced });
const byId = z.object({ id: z.uuid() });
/** The version of the copy in each region, as the person saw it. */
const Versions = z.record(z.string(), z.int());
const Outcome = z.object({ id: z.uuid(), versions: Versions, changed: z.array(SettlementKey) });

export function coverageRoutes(database: Database, today: () => string) {
  const versionsOf = async (id: string) =>
    Object.fromEntries((await copiesOfEvidence(database, id)).map(({ regionCode, version }) => [regionCode, version]));

  return {
    find: endpoint({
      summary: 'One piece of evidence, as it stands in each region that it touches',
      path: byId,
      async handle({ path, response }) {
        const rows = await copiesOfEvidence(database, path.id);
        if (rows.length === 0) throw notFound(`evidence ${path.id}`);
        response.json({ rows });
      },
      gives: 'application/json',
    }),

    add: endpoint({
      summary: 'Add one piece of evidence; what it touches is assessed again at once',
      body: EvidenceInput,
      reply: Outcome,
      async handle({ body, viewer }) {
        const id = identifier();
        const about = { actor: viewer.login, today: today(), verb: 'add-evidence' as const, id, seen: null };
        const changed = await editEvidence(database, { ...about, after: { ...body, id } });
        return { id, versions: await versionsOf(id), changed };
      },
    }),

    change: endpoint({
      summary: 'Change one piece of evidence; what it touched and touches is assessed again at once',
      path: byId,
      body: z.object({ seen: Versions, evidence: EvidenceInput }),
      reply: Outcome,
      async handle({ path: { id }, body: { seen, evidence }, viewer }) {
        const about = { actor: viewer.login, today: today(), verb: 'edit-evidence' as const, id, seen };
        const changed = await editEvidence(database, { ...about, after: { ...evidence, id } });
        return { id, versions: await versionsOf(id), changed };
      },
    }),

    remove: endpoint({
      summary: 'Remove one piece of evidence; what it touched is assessed again at once',
      path: byId,
      body: z.object({ seen: Versions }),
      reply: Outcome,
      async handle({ path: { id }, body: { seen }, viewer }) {
        const about = { actor: viewer.login, today: today(), verb: 'remove-evidence' as const, id, seen };
        return { id, versions: {}, changed: await editEvidence(database, { ...about, after: null }) };
      },
    }),
  };
}
