import { useState } from 'preact/hooks';
import { number, t } from '../i18n/index.ts';

const pageSize = 50;

/** The first rows of a long list, and more of them when they are asked for. */
export function usePages<Row>(rows: readonly Row[]): { shown: readonly Row[]; more: () => void } {
  const [pages, setPages] = useState(1);
  return { shown: rows.slice(0, pages * pageSize), more: () => setPages((count) => count + 1) };
}

/** How many rows are shown of how many, and the way to more. */
export function MoreRows({ shown, total, more }: { shown: number; total: number; more: () => void }) {
  if (shown >= total) return null;
  return (
    <p class="more-rows">
      {t('rows.shown', { shown: number(shown), total: number(total) })}{' '}
      <button type="button" class="button" onClick={more}>
        {t('rows.more')}
      </button>
    </p>
  );
}
