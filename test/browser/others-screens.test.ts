import { openPages, pages } from '../../client/routes.ts';
import { proveScreens } from './proved.ts';
import { othersScreens, screens } from './screens.ts';

test('every page has its screens, each with a name of its own', () => {
  const shown = new Set(screens.map(({ at }) => at.split(/[/?{]/)[1]));
  const paths = [...Object.keys(pages), ...Object.keys(openPages)];
  expect(paths.filter((path) => !shown.has(path))).toEqual([]);
  expect(new Set(screens.map(({ name }) => name)).size).toBe(screens.length);
});

proveScreens('every other screen', othersScreens);
