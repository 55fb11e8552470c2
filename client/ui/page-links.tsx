import type { Role } from '../../server/accounts/schema.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { Icon } from './icon.tsx';

interface PageLink {
  path: string;
  title: MessageKey;
  for: readonly Role[];
  /** For whom it is the work of every day. */
  daily?: readonly Role[];
}

const planners: readonly Role[] = ['planner', 'administrator'];
const overseers: readonly Role[] = [...planners, 'deputy'];
const everybody: readonly Role[] = [...overseers, 'operator'];

/** The pages of the product in the order in which they are offered, each to whom it is for. */
const pageLinks: readonly PageLink[] = [
  { path: '/', title: 'operator.title', for: ['operator'], daily: ['operator'] },
  { path: '/coverage', title: 'coverage.title', for: overseers, daily: overseers },
  { path: '/map', title: 'map.title', for: everybody, daily: everybody },
  { path: '/planning', title: 'planning.title', for: planners, daily: planners },
  { path: '/schedules', title: 'schedules.title', for: overseers, daily: overseers },
  { path: '/inquiries', title: 'inquiries.title', for: everybody, daily: ['operator', 'deputy'] },
  { path: '/contradictions', title: 'contradictions.link', for: everybody },
  { path: '/challenges', title: 'challenges.title', for: everybody },
  { path: '/what-if', title: 'what-if.title', for: overseers },
  { path: '/inspections', title: 'routes.title', for: planners },
  { path: '/imports', title: 'imports.title', for: planners },
];

/** What stands at the root: an operator's list has no other address. */
const homeOf = (role: Role) => (role === 'operator' ? '/' : role === 'deputy' ? '/coverage' : '/map');

const partOf = (path: string) => path.split('/')[1];

/**
 * The way to the other pages. Where there is room, those of every day and the one that is open stand side by side, and
 * the rest is in a menu; on a narrow screen all are in it.
 */
export function PageLinks() {
  const { role } = viewer.value!;
  const here = partOf(location.pathname === '/' ? homeOf(role) : location.pathname);
  const links = pageLinks.filter((link) => link.for.includes(role));
  const isBeside = ({ daily, path }: PageLink) => daily?.includes(role) || partOf(path) === here;
  const linkTo = ({ path, title }: PageLink) => (
    <a class="page-links__link" href={path} aria-current={partOf(path) === here ? 'page' : undefined}>
      {t(title)}
    </a>
  );
  return (
    <>
      <ul class="page-links page-links--beside">
        {links.filter(isBeside).map((link) => (
          <li key={link.path}>{linkTo(link)}</li>
        ))}
      </ul>
      <button type="button" class="page-links__link page-links__more" popovertarget="pages">
        {t('pages.more')}
        <Icon name="down" />
      </button>
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
        <ul>
          {links.map((link) => (
            <li key={link.path} class={isBeside(link) ? 'page-links__daily' : undefined}>
              {linkTo(link)}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
