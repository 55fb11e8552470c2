import { z } from 'zod';
import { shippedProfiles } from '../assessment/profiles.ts';
import type { Database } from '../database/database.ts';
import { fileFormats, mediaTypes, tableFile } from '../documents/table-file.ts';
import { endpoint } from '../http/endpoint.ts';
import { invalid, notFound } from '../http/problem.ts';
import { allDistricts, allRegions } from '../places/queries.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { askWhatIf, settingsOf } from './ask.ts';
import { changedColumns, changedTableRow } from './export.ts';
import type { MembersReader } from './members.ts';
import { datasetsOfEvidence, savedWhatIfs, whatIfById } from './queries.ts';
import { downloadsOf } from './rules.ts';
import { discardWhatIf, saveWhatIf } from './saved.ts';
import { SavedWhatIf, SaveWhatIf, Supposed, WhatIfChoices, WhatIfQuery, WhatIfResult } from './schema.ts';
import { resultOf } from './told.ts';

const byId = z.object({ id: z.uuid() });

export function whatIfRoutes(database: Database, reader: MembersReader, today: () => string) {
  const profiles = shippedProfiles();

  const ask = async (supposed: Supposed) => {
    const programme = await currentProgramme(database);
    const all = programme === undefined ? profiles : [programme.profile, ...profiles];
    const settings = settingsOf(supposed, programme, profiles, today());
    return askWhatIf(reader, all, settings, supposed);
  };

  async function placeNames() {
    const places = [
      ...(await allRegions(database)).map(({ code, names }) => [`${code} null`, names] as const),
      ...(await allDistricts(database)).map(({ regionCode, code, names }) => [`${regionCode} ${code}`, names] as const),
    ];
    const names = new Map(places);
    return (regionCode: string, districtCode: string | null) => names.get(`${regionCode} ${districtCode}`) ?? null;
  }

  return {
    choices: endpoint({
      summary: 'What can be supposed: the profiles that there are, and the datasets of evidence',
      reply: WhatIfChoices,
      async handle(): Promise<WhatIfChoices> {
        const programme = await currentProgramme(database);
        if (programme === undefined) throw notFound('programme yet: load a country first');
        const named = (profile: typeof programme.profile) => {
          const { code, version, names } = profile;
          return { code, version, names, downloads: downloadsOf(profile) };
        };
        return {
          inForce: { ...named(programme.profile), populationThreshold: programme.populationThreshold },
          today: today(),
          profiles: profiles.map(named),
          datasets: await datasetsOfEvidence(database),
        };
      },
    }),

    ask: endpoint({
      summary: 'What would be otherwise by another profile, on another date or without some of the evidence',
      query: WhatIfQuery,
      reply: WhatIfResult,
      async handle({ query }) {
        return resultOf(await ask(query), query, await placeNames());
      },
    }),

    export: endpoint({
      summary: 'All settlements that would be assessed otherwise, as a file',
      path: z.object({ format: z.enum(fileFormats) }),
      query: WhatIfQuery,
      gives: Object.values(mediaTypes).join(', '),
      async handle({ path: { format }, query, response }) {
        const { table, comparison } = await ask(query);
        const rows = comparison.largestFirst(query.region).rows.map((row) => changedTableRow(table, row));
        response.type(mediaTypes[format]);
        response.attachment(`what-if.${format}`);
        response.send(await tableFile(format, 'what-if', changedColumns, rows));
      },
    }),

    list: endpoint({
      summary: 'The what-ifs that were saved, the newest first',
      reply: z.object({ rows: z.array(SavedWhatIf) }),
      handle: async () => ({ rows: await savedWhatIfs(database) }),
    }),

    find: endpoint({
      summary: 'A what-if that was saved, with what was found then',
      path: byId,
      reply: SavedWhatIf,
      async handle({ path }) {
        const saved = await whatIfById(database, path.id);
        if (saved === undefined) throw notFound(`what-if ${path.id}`);
        return saved;
      },
    }),

    save: endpoint({
      summary: 'Save a what-if under a name, with what is found now',
      body: SaveWhatIf,
      reply: SavedWhatIf,
      async handle({ body, viewer }) {
        const supposed = Supposed.safeParse(body.supposed);
        if (!supposed.success) throw invalid(supposed.error);
        const { comparison } = await ask(supposed.data);
        return saveWhatIf(database, viewer, today(), body, {
          changed: comparison.changed,
          flagged: comparison.supposed.flagged,
        });
      },
    }),

    discard: endpoint({
      summary: 'Throw a saved what-if away: whoever saved it, or an administrator',
      path: byId,
      handle: ({ path, viewer }) => discardWhatIf(database, viewer, path.id),
    }),
  };
}
