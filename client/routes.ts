import type { FunctionComponent } from 'preact';
import type { Role } from '../server/accounts/schema.ts';
import { learn } from './i18n/index.ts';
import { wearStyle } from './ui/wear-style.ts';

type Page = () => Promise<FunctionComponent>;

/** The country begins to come before the page that shows it, which is the heavier of the two. */
const map: Page = async () => {
  const loading = import('./store/load.ts').then(({ loadAhead }) => loadAhead());
  const [{ PlannerPage }] = await Promise.all([import('./planner/page.tsx'), loading, wearStyle('map-style')]);
  return PlannerPage;
};

const coverage: Page = async () => (await Promise.all([import('./deputy/page.tsx'), learn('deputy')]))[0].CoveragePage;

/** Where a person begins who does not begin at the map. */
const homes: Partial<Record<Role, Page>> = {
  operator: async () => (await Promise.all([import('./operator/page.tsx'), learn('schedules')]))[0].OperatorPage,
  deputy: coverage,
};

/** Pages by the first part of their path, each fetched when it is first needed. */
export const pages: Readonly<Record<string, Page>> = {
  map,
  coverage,
  account: async () => (await Promise.all([import('./account/page.tsx'), learn('notices')]))[0].AccountPage,
  challenges: async () =>
    (
      await Promise.all([import('./challenges/page.tsx'), learn('challenges'), learn('inquiries'), learn('commitment')])
    )[0].ChallengesPage,
  commitments: async () =>
    (await Promise.all([import('./commitment/page.tsx'), learn('schedules'), learn('commitment'), learn('outbox')]))[0]
      .CommitmentPage,
  contradictions: async () =>
    (
      await Promise.all([
        import('./contradictions/page.tsx'),
        learn('contradictions'),
        learn('measured'),
        learn('deputy'),
      ])
    )[0].ContradictionsPage,
  imports: async () => (await Promise.all([import('./imports/page.tsx'), learn('imports')]))[0].ImportsPage,
  inquiries: async () => (await Promise.all([import('./inquiries/page.tsx'), learn('inquiries')]))[0].InquiriesPage,
  inspections: async () =>
    (await Promise.all([import('./uncertain-pages.ts'), learn('routes'), wearStyle('map-style')]))[0].InspectionsPage,
  planning: async () =>
    (
      await Promise.all([
        import('./planning/page.tsx'),
        learn('planning'),
        learn('proposing'),
        wearStyle('planning-style'),
        wearStyle('map-style'),
      ])
    )[0].PlanningPage,
  'share-links': async () =>
    (await Promise.all([import('./sharing/links-page.tsx'), learn('sharing')]))[0].ShareLinksPage,
  'what-if': async () =>
    (await Promise.all([import('./uncertain-pages.ts'), learn('whatif'), wearStyle('map-style')]))[0].WhatIfPage,
  schedules: async () => (await Promise.all([import('./schedules/page.tsx'), learn('schedules')]))[0].SchedulesPage,
};

/** Pages for whoever has their address, signed in or not. */
export const openPages: Readonly<Record<string, Page>> = {
  shared: async () =>
    (await Promise.all([import('./sharing/shared-page.tsx'), learn('sharing'), learn('schedules'), learn('deputy')]))[0]
      .SharedPage,
};

/** The page of a path that asks nobody to sign in, if it is one. */
export const openPageOf = (path: string): Page | undefined => openPages[path.split('/')[1]];

/** The page of a path for a role; where there is none of that path, the role's home. */
export const pageOf = (path: string, role: Role): Page => pages[path.split('/')[1]] ?? homes[role] ?? map;
