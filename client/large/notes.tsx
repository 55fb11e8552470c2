import type { ReadonlySignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { number, t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { maximumAtOnce } from './limits.ts';
import type { ServedList } from './list.ts';
import type { ServedTiles } from './tiles.ts';

interface Told {
  list: ServedList;
  tiles: ServedTiles;
  ready: ReadonlySignal<boolean>;
  tooMany: ReadonlySignal<boolean>;
  problem: ReadonlySignal<unknown>;
  retry(): void;
}

/** What list, map and action bar say of what is not here yet. */
export function notesOf({ list, tiles, ready, tooMany, problem, retry }: Told): {
  ListNote: FunctionComponent;
  MapNote: FunctionComponent;
  BarNote: FunctionComponent;
} {
  return {
    ListNote() {
      const { value } = list.listing;
      if (value.state === 'failed') {
        return <ProblemNotice problem={value.problem} what="large.list-failed" retry={() => list.restart()} />;
      }
      const text = value.state === 'coming' ? t('large.coming') : t('large.listed', { count: list.rows.value.length });
      return value.state === 'whole' ? null : (
        <p class="muted large-note" role="status">
          {text}
        </p>
      );
    },
    MapNote() {
      if (tiles.failed.value) return <p class="large-map-note">{t('large.tiles-failed')}</p>;
      return tiles.far.value ? <p class="large-map-note">{t('large.groups')}</p> : null;
    },
    BarNote() {
      if (tooMany.value) return <p>{t('large.too-many', { most: number(maximumAtOnce) })}</p>;
      if (ready.value) return null;
      return problem.value === null ? (
        <p role="status">{t('large.coming')}</p>
      ) : (
        <ProblemNotice problem={problem.value} what="large.select-failed" retry={retry} />
      );
    },
  };
}
