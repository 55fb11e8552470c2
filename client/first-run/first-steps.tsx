import type { Role } from '../../server/accounts/schema.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { dismissFirstSteps } from './dismissed.ts';

/** What a person does here, in three steps; each with the page on which it is done, if that is another. */
const stepsOf: Readonly<Record<Role, readonly { name: string; page?: string; title?: MessageKey }[]>> = {
  planner: [{ name: 'find' }, { name: 'select' }, { name: 'assign' }],
  operator: [{ name: 'answer' }, { name: 'report' }, { name: 'deadlines' }],
  deputy: [{ name: 'read' }, { name: 'ask', page: '/inquiries', title: 'inquiries.title' }, { name: 'share' }],
  administrator: [
    { name: 'import', page: '/imports', title: 'imports.title' },
    { name: 'accounts' },
    { name: 'send', page: '/schedules', title: 'schedules.title' },
  ],
};

/** For whoever is here for the first time: in the panel that is empty then, never over the page. */
export function FirstSteps() {
  return (
    <section class="first-run" aria-labelledby="first-run">
      <h2 id="first-run">{t('steps.title')}</h2>
      <ol>
        {stepsOf[viewer.value!.role].map(({ name, page, title }) => (
          <li key={name}>
            <strong>{t(`steps.${name}` as MessageKey)}</strong>
            <p>{t(`steps.${name}-how` as MessageKey)}</p>
            {page && title && (
              <p>
                <a href={page}>{t(title)}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
      <p class="first-run__foot">
        <button type="button" class="button" onClick={dismissFirstSteps}>
          {t('steps.dismiss')}
        </button>
      </p>
    </section>
  );
}
