import { t } from '../i18n/index.ts';

/** Past the head of the page, for whoever goes by keys. */
export const SkipToSchedule = () => (
  <a class="skip" href="#schedule">
    {t('schedules.skip')}
  </a>
);
