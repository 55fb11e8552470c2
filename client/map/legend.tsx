import { number, t } from '../i18n/index.ts';
import { MarkIcon } from '../ui/mark-icon.tsx';
import { markCounts } from './marks.ts';
import { marks } from './stage.ts';

const wide = matchMedia('(min-width: 60rem)').matches;

/** What the symbols mean, and how many of each are shown. */
export function Legend() {
  return (
    <details class="legend" open={wide}>
      <summary>{t('legend.title')}</summary>
      <ul>
        {marks.toReversed().map((mark) => (
          <li key={mark} class={markCounts.value[mark] === 0 ? 'muted' : undefined}>
            <MarkIcon mark={mark} />
            <span>{t(`mark.${mark}`)}</span>
            <span class="legend__count">{number(markCounts.value[mark])}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
