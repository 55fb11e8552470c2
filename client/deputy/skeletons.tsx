import { t } from '../i18n/index.ts';

/** The headline to come, as high as it will be. */
export const HeadlineSkeleton = () => (
  <div class="headline headline--loading">
    <p class="visually-hidden" role="status">
      {t('coverage.loading')}
    </p>
    <div class="skeleton" />
    <div class="skeleton" />
    <div class="skeleton" />
  </div>
);

/** A part of the page to come. */
export const PanelSkeleton = () => (
  <div class="panel coverage-skeleton">
    <p class="visually-hidden" role="status">
      {t('coverage.loading')}
    </p>
    <div class="skeleton skeleton--tall" />
    {Array.from({ length: 5 }, (_, i) => (
      <div key={i} class="skeleton" />
    ))}
  </div>
);
