import { t } from '../i18n/index.ts';

/** The page at `/imports`: takes no properties, uses the whole window, and asks `mayPlan()` whether to offer the upload. */
export function ImportsPage() {
  return <main class="imports">{t('imports.title')}</main>;
}
