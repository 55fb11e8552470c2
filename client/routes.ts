import type { FunctionComponent } from 'preact';

type Page = () => Promise<FunctionComponent>;

/** Pages by path, each fetched when it is first needed. */
const pages: Readonly<Record<string, Page>> = {
  '/': async () => (await import('./planner/page.tsx')).PlannerPage,
  '/imports': async () => (await import('./imports/page.tsx')).ImportsPage,
};

/** The page of a path; the planner's where there is none of that path. */
export const pageOf = (path: string): Page => pages[path] ?? pages['/'];
