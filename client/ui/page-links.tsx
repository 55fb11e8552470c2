import type { Role } from '../../server/accounts/schema.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';

interface PageLink {
  path: string;
  title: MessageKey;
  for: readonly Role[];
}

/** The pages of the product in the order in which they are offered, each to whom it is for. */
const pageLinks: readonly PageLink[] = [
  { path: '/', title: 'operator.title', for: ['operator'] },
  { path: '/map', title: 'map.title', for: ['planner', 'operator', 'deputy', 'administrator'] },
  { path: '/schedules', title: 'schedules.title', for: ['planner', 'deputy', 'administrator'] },
  { path: '/inquiries', title: 'inquiries.title', for: ['planner', 'operator', 'deputy', 'administrator'] },
  { path: '/imports', title: 'imports.title', for: ['planner', 'administrator'] },
];

/** The way to the other pages; the one that is open is marked. */
export function PageLinks() {
  const { role } = viewer.value!;
  const here = location.pathname;
  return (
    <ul class="page-links">
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
