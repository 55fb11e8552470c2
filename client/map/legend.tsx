import { number, t } from '../i18n/index.ts';
import { served } from '../store/served.ts';
import { MarkIcon } from '../ui/mark-icon.tsx';
import { markCounts } from './marks.ts';
import { marks } from './stage.ts';

const wide = matchMedia('(min-width: 60rem)').matches;

/** What the symbols that are shown mean, and how many there are of each, where that is known of the whole country. */
export function Legend() {
  return (
    <details class="legend" open={wide}>
      <summary>{t('legend.title')}</summary>
      <ul>
        {marks
          .filter((mark) => markCounts.value[mark] > 0)
          .toReversed()
          .map((mark) => (
            <li key={mark}>
              <MarkIcon mark={mark} />
              <span>{t(`mark.${mark}`)}</span>
              {served.value === null && <span class="legend__count">{number(markCounts.value[mark])}</span>}
            </li>
          ))}
      </ul>
    </details>
  );
}
