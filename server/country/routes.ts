import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import { assess } from '../assessment/assess.ts';
import { allAssignments, assignmentsOf } from '../assignments/queries.ts';
import type { Assignment } from '../assignments/schema.ts';
import { changesOfSettlement } from '../changes/queries.ts';
import { openAction } from '../changes/record.ts';
import { inTimeAmong } from '../construction/in-time.ts';
import type { Database } from '../database/database.ts';
import { fileFormats, mediaTypes } from '../documents/table-file.ts';
import { endpoint } from '../http/endpoint.ts';
import { KeptReplies } from '../http/kept-replies.ts';
import { changedSince, notFound } from '../http/problem.ts';
import { topologyOf } from '../places/boundaries.ts';
import {
  allDistricts,
  allRegions,
  boundariesOf,
  countSettlements,
  extentOfSettlements,
  lastImport,
  settlementsByKeys,
  updatePopulation,
} from '../places/queries.ts';
import { namesShown, otherNames } from '../places/name-columns.ts';
import {
  BoundariesQuery,
  CountryColumns,
  CountryLive,
  CountryNames,
  CountryOtherNames,
  CountryOverview,
  NameLanguage,
  PartQuery,
  SettlementKey,
} from '../places/schema.ts';
import { currentProgramme } from '../programmes/queries.ts';
import type { CountryReader } from './columns.ts';
import { exportSettlements } from './export.ts';
import { finding } from './finding.ts';
import { liveColumns } from './live.ts';
import type { TableReader } from './table/reader.ts';
import { allStatuses, assessmentOf, evidenceAt, liveParts, settlementsMatching, withAssignments } from './queries.ts';
import {
  LiveRow,
  PopulationEdit,
  RowsRequest,
  SettlementDetail,
  SettlementFilter,
  SettlementPage,
  SettlementSummary,
} from './schema.ts';

const historyShown = 50;

const numbersOf = (assignments: readonly Assignment[]) => assignments.map(({ number }) => number);

/** A country of more settlements than this is not sent as a whole. */
const wholeUpTo = 20_000;

export function countryRoutes(
  database: Database,
  reader: CountryReader,
  table: TableReader,
  today: () => string,
  largest: number = wholeUpTo,
) {
  const detailOf = async (key: SettlementKey, company: string | null): Promise<SettlementDetail> => {
    const [settlement] = await settlementsByKeys(database, [key]);
    if (settlement === undefined) throw notFound(`settlement ${key.code} in region ${key.regionCode}`);
    const reach = (await currentProgramme(database))?.profile.measurement.reach ?? 0;
    const assessment = await assessmentOf(database, key, company);
    const evidence = await evidenceAt(database, key, reach, company);
    const deciding = new Set(assessment?.deciding);
    const assignments = await assignmentsOf(database, [key], company);
    const isInTime = await inTimeAmong(database, assignments, today());
    const changes = await changesOfSettlement(database, key.regionCode, key.code, historyShown);
    return {
      settlement,
      assessment,
      evidence: evidence.map((piece) => ({ ...piece, deciding: deciding.has(piece.id) })),
      assignments,
      inTime: numbersOf(assignments.filter(isInTime)),
      history:
        company === null ? changes.map(({ actionId, madeAt, actor, verb }) => ({ actionId, madeAt, actor, verb })) : [],
    };
  };

  const { page, ...found } = finding(database, table, today);
  const kept = new KeptReplies();
  const present = async () => reader.read(await reader.cursor());

  const overview = async (settlements: number): Promise<CountryOverview> => ({
    // Before all else: what comes meanwhile is told again by the feed.
    cursor: await reader.cursor(),
    boundaries: await lastImport(database),
    settlements,
    extent: await extentOfSettlements(database),
    regions: await allRegions(database),
    districts: await allDistricts(database),
  });

  return {
    ...found,

    columns: endpoint({
      summary: 'The places of the whole country as columns: the part that hardly ever changes',
      query: PartQuery,
      reply: CountryColumns,
      version: async () => (await present()).columns.hash,
      async handle(call) {
        const { columns } = await present();
        await kept.send(call, 'columns', columns.hash, () => columns);
      },
    }),

    names: endpoint({
      summary: 'The names of all regions, districts and settlements as they are shown in a language',
      path: z.object({ language: NameLanguage }),
      query: PartQuery,
      reply: CountryNames,
      version: async ({ path: { language } }) => `${language} ${(await present()).namesHash}`,
      async handle(call) {
        const { names, namesHash } = await present();
        const { language } = call.path;
        await kept.send(call, `names ${language}`, namesHash, () => namesShown(namesHash, language, names));
      },
    }),

    otherNames: endpoint({
      summary: 'The names in all languages, told to whoever knows those that are shown in one',
      path: z.object({ language: NameLanguage }),
      query: PartQuery,
      reply: CountryOtherNames,
      version: async ({ path: { language } }) => `${language} ${(await present()).namesHash}`,
      async handle(call) {
        const { names, namesHash } = await present();
        const { language } = call.path;
        await kept.send(call, `others ${language}`, namesHash, () => otherNames(namesHash, language, names));
      },
    }),

    live: endpoint({
      summary: `The living part of the whole country: statuses, flags and assignments; an overview of one of more than ${largest} settlements`,
      reply: z.union([CountryLive, CountryOverview]),
      version: async ({ viewer }) =>
        `${await reader.cursor()} ${companyOf(viewer)} ${today()} ${await lastImport(database)}`,
      async handle({ viewer }) {
        const { settlements } = await countSettlements(database);
        if (settlements > largest) return overview(settlements);
        // Read until nothing came in between: the parts are then of one moment. No transaction: on the embedded
        // database it would hold the one connection that the columns are read by.
        for (;;) {
          const { columns, namesHash, keys, cursor } = await present();
          const statuses = await allStatuses(database);
          const assignments = await allAssignments(database, companyOf(viewer));
          const isInTime = await inTimeAmong(database, assignments, today());
          const boundaries = await lastImport(database);
          if ((await reader.cursor()) !== cursor) continue;
          const states = { columns: columns.hash, names: namesHash, boundaries, cursor };
          return liveColumns(states, keys, statuses, assignments, isInTime);
        }
      },
    }),

    rows: endpoint({
      summary: 'The living part of some settlements',
      body: RowsRequest,
      reply: z.object({ rows: z.array(LiveRow) }),
      async handle({ body: { settlements, places }, viewer }) {
        const assignments = await assignmentsOf(database, settlements, companyOf(viewer));
        const isInTime = await inTimeAmong(database, assignments, today());
        const rows = withAssignments(await liveParts(database, settlements), assignments);
        const found = places ? await settlementsByKeys(database, settlements) : [];
        const placeOf = new Map(
          found.map(({ regionCode, code, districtCode, names, longitude, latitude }) => [
            `${regionCode} ${code}`,
            { districtCode, names, longitude, latitude },
          ]),
        );
        return {
          rows: rows.map((row) => ({
            ...row,
            inTime: numbersOf(row.assignments.filter(isInTime)),
            place: placeOf.get(`${row.regionCode} ${row.code}`),
          })),
        };
      },
    }),

    boundaries: endpoint({
      summary: 'Boundaries of regions and districts as TopoJSON, thinned for a map of the country',
      query: BoundariesQuery.extend(PartQuery.shape),
      reply: z.object({ type: z.literal('Topology') }).loose(),
      version: async ({ query: { region, districts } }) =>
        JSON.stringify([await lastImport(database), region, districts]),
      async handle(call) {
        const { region, districts } = call.query;
        const make = async () => topologyOf(await boundariesOf(database, { region, districts }), districts === false);
        if (region !== undefined) return make();
        await kept.send(call, `boundaries ${districts}`, await lastImport(database), make);
      },
    }),

    list: endpoint({
      summary: 'Settlements that match a filter, page by page',
      query: SettlementPage,
      reply: z.object({ rows: z.array(SettlementSummary), next: z.string().nullable() }),
      async handle({ query, viewer }) {
        if (query.sort !== undefined) return page(query, viewer);
        const { cursor, limit, sort: _, language: __, ...filter } = query;
        const [regionCode, code] = cursor?.split('~') ?? [];
        const after = code === undefined ? null : { regionCode, code };
        const company = companyOf(viewer);
        const rows = await settlementsMatching(database, filter, { after, limit }, company);
        const last = rows.length === limit ? rows.at(-1)! : null;
        return {
          rows: withAssignments(rows, await assignmentsOf(database, rows, company)),
          next: last && `${last.regionCode}~${last.code}`,
        };
      },
    }),

    export: endpoint({
      summary: 'All settlements that match a filter, as a file',
      path: z.object({ format: z.enum(fileFormats) }),
      query: SettlementFilter,
      gives: Object.values(mediaTypes).join(', '),
      async handle({ path: { format }, query, viewer, response }) {
        response.type(mediaTypes[format]);
        response.attachment(`settlements.${format}`);
        await pipeline(Readable.from(exportSettlements(database, format, query, companyOf(viewer))), response);
      },
    }),

    detail: endpoint({
      summary: 'One settlement: its assessment, the evidence, its assignments and what was done to it',
      path: SettlementKey,
      reply: SettlementDetail,
      handle: ({ path, viewer }) => detailOf(path, companyOf(viewer)),
    }),

    editPopulation: endpoint({
      summary: 'Write what is known of the population of a settlement',
      path: SettlementKey,
      body: PopulationEdit,
      reply: SettlementDetail,
      async handle({ path, body: { version, ...known }, viewer }) {
        await database.transaction(async () => {
          const about = { actor: viewer.login, verb: 'edit-settlement' as const, regionCodes: [path.regionCode] };
          const [exists] = await settlementsByKeys(database, [path]);
          if (exists === undefined) throw notFound(`settlement ${path.code} in region ${path.regionCode}`);
          const action = await openAction(database, about);
          const [before] = await settlementsByKeys(database, [path]);
          if (before.version !== version) throw changedSince(before);
          const after = { ...before, ...known, version: action.sequence(path.regionCode) };
          await updatePopulation(database, path, after, after.version);
          action.add(path.regionCode, { entity: 'settlement', key: path, before, after });
          await action.close();
          await assess(database, { type: 'settlements', keys: [path] }, today());
        });
        return detailOf(path, companyOf(viewer));
      },
    }),
  };
}
