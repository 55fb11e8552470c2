import type { Role } from '../../server/accounts/schema.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { Icon } from './icon.tsx';

interface PageLink {
  path: string;
  title: MessageKey;
  for: readonly Role[];
}

/** The pages of the product in the order in which they are offered, each to whom it is for. */
const pageLinks: readonly PageLink[] = [
  { path: '/', title: 'operator.title', for: ['operator'] },
  { path: '/coverage', title: 'coverage.title', for: ['planner', 'deputy', 'administrator'] },
  { path: '/map', title: 'map.title', for: ['planner', 'operator', 'deputy', 'administrator'] },
  { path: '/planning', title: 'planning.title', for: ['planner', 'administrator'] },
  { path: '/schedules', title: 'schedules.title', for: ['planner', 'deputy', 'administrator'] },
  {
    path: '/contradictions',
    title: 'contradictions.link',
    for: ['planner', 'operator', 'deputy', 'administrator'],
  },
  { path: '/inquiries', title: 'inquiries.title', for: ['planner', 'operator', 'deputy', 'administrator'] },
  { path: '/challenges', title: 'challenges.title', for: ['planner', 'operator', 'deputy', 'administrator'] },
  { path: '/what-if', title: 'what-if.title', for: ['planner', 'deputy', 'administrator'] },
  { path: '/inspections', title: 'routes.title', for: ['planner', 'administrator'] },
  { path: '/imports', title: 'imports.title', for: ['planner', 'administrator'] },
];

/** The way to the other pages, side by side where there is room for them, else behind a button. */
export function PageLinks() {
  return (
    <>
      <div class="page-links page-links--beside">
        <Links />
      </div>
      <button
        type="button"
        class="button button--icon page-links__menu"
        popovertarget="pages"
        aria-label={t('pages.title')}
        title={t('pages.title')}
      >
        <Icon name="menu" />
      </button>
      <div id="pages" popover="auto" class="popover page-links">
        <Links />
      </div>
    </>
  );
}

/** The pages that are for this person; the one that is open is marked. */
function Links() {
  const { role } = viewer.value!;
  const here = location.pathname;
  return (
    <ul>
      {pageLinks
        .filter((link) => link.for.includes(role))
        .map(({ path, title }) => (
          <li key={path}>
            <a class="page-links__link" href={path} aria-current={path === here ? 'page' : undefined}>
              {t(title)}
            </a>
          </li>
        ))}
    </ul>
  );
}
