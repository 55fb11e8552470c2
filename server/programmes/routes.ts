import { demonstrationAccounts } from '../accounts/demonstration.ts';
import { Installation } from '../accounts/schema.ts';
import { quarterOf } from '../calendar/quarters.ts';
import { modelOf } from '../assessment/judge.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound } from '../http/problem.ts';
import { currentProgramme } from './queries.ts';
import { countingTechnologies } from './rules.ts';
import { ProgrammeInForce } from './schema.ts';

/** A raster base map, where the installation has one: `https://…/{z}/{x}/{y}.png`, and whom to credit. */
export interface BaseMap {
  url: string;
  attribution: string;
}

export function programmeRoutes(
  database: Database,
  baseMap: BaseMap | null,
  signInService: string | null,
  today: () => string,
) {
  return {
    installation: endpoint({
      summary: 'What anyone may know before signing in',
      reply: Installation,
      async handle(): Promise<Installation> {
        const generated = (await currentProgramme(database))?.generated ?? false;
        return { generated, demonstrationAccounts: generated ? demonstrationAccounts : [], signInService };
      },
    }),

    programme: endpoint({
      summary: 'The programme in force, which profile of service it has, and how the map is drawn',
      reply: ProgrammeInForce,
      async handle(): Promise<ProgrammeInForce> {
        const programme = await currentProgramme(database);
        if (programme === undefined) throw notFound('programme yet: load a country first');
        const { code, version, names, measurement } = programme.profile;
        const { accuracy, bias, supportAt, contradictAt } = modelOf(programme.profile);
        const { minimumTests: tests, minimumDevices: devices } = measurement;
        const measuring = { tests, devices, accuracy, bias, supportAt, contradictAt };
        return {
          ...programme,
          profile: { code, version, names, technologies: countingTechnologies(programme.profile), measuring },
          currentQuarter: quarterOf(today()),
          tileUrl: baseMap?.url ?? null,
          tileAttribution: baseMap?.attribution ?? null,
        };
      },
    }),
  };
}
