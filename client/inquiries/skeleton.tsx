import { t } from '../i18n/index.ts';

/** Inquiries to come, in the place where they will stand. */
export function Skeleton() {
  return (
    <div class="schedule-skeleton">
      <p class="visually-hidden" role="status">
        {t('inquiries.loading')}
      </p>
      {Array.from({ length: 4 }, (_, i) => (
        <div key={i} class="skeleton" />
      ))}
    </div>
  );
}
