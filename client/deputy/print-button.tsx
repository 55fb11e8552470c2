import { t } from '../i18n/index.ts';

export const PrintButton = () => (
  <button type="button" class="button button--small" onClick={() => print()}>
    {t('coverage.print')}
  </button>
);
