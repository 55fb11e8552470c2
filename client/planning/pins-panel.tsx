import { useState } from 'preact/hooks';
import type { PlanningPin } from '../../server/planning/pins/schema.ts';
import { date, t } from '../i18n/index.ts';
import { notifyProblem } from '../ui/notify-problem.ts';
import { Icon } from '../ui/icon.tsx';
import { textOfKey } from './address.ts';
import { placeName } from './known.ts';
import { unpin } from './pinning.ts';
import { choiceWords } from './words.ts';

const shownAtFirst = 50;

export const pinWords = ({ operatorCode, technology, quarter, unserved }: PlanningPin): string =>
  unserved ? t('pins.unserved') : choiceWords({ operatorCode, technology, quarter, parent: null });

/** What planners decided beforehand: every plan keeps to it. */
export function PinsPanel({ pins, again }: { pins: readonly PlanningPin[]; again(): void }) {
  const [all, setAll] = useState(false);
  const shown = all ? pins : pins.slice(0, shownAtFirst);
  const free = (settlements: readonly PlanningPin[]) =>
    unpin(settlements, again).catch((problem: unknown) => notifyProblem(problem, 'pins.failed'));
  return (
    <section class="panel">
      <h3>{t('pins.title')}</h3>
      <p class="muted">{pins.length === 0 ? t('pins.none') : t('pins.explained')}</p>
      {pins.length > 0 && (
        <details class="more">
          <summary>{t('pins.count', { count: pins.length })}</summary>
          <ul class="pins">
            {shown.map((pin) => (
              <li key={textOfKey(pin)}>
                <span>
                  <strong>{placeName(pin)}</strong>: {pinWords(pin)}
                  <small class="muted">
                    {pin.pinnedBy}, {date(pin.pinnedOn)}
                  </small>
                </span>
                <button
                  type="button"
                  class="button button--icon"
                  aria-label={t('pins.free-one', { name: placeName(pin) })}
                  onClick={() => void free([pin])}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
          {shown.length < pins.length && (
            <button type="button" class="button button--small" onClick={() => setAll(true)}>
              {t('planning.more')}
            </button>
          )}
        </details>
      )}
    </section>
  );
}
