import { t } from '../i18n/index.ts';

/** Rows to come, in the place where they will stand. */
export function Skeleton({ rows = 5 }: { rows?: number }) {
  return (
    <div>
      <p class="visually-hidden" role="status">
        {t('planning.loading')}
      </p>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} class="skeleton" />
      ))}
    </div>
  );
}
