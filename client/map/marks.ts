import { computed } from '@preact/signals';
import { live, programme, shownOnMap } from '../store/state.ts';
import { type Mark, marks, markOf } from './stage.ts';

/** The mark of each settlement of the country. */
export const markOfRow = computed<readonly Mark[]>(() => {
  const { value } = live;
  const quarter = programme.value?.currentQuarter ?? '';
  return value === null
    ? []
    : value.flagged.map((flagged, row) => value.outlines.get(row) ?? markOf(flagged, value.assignments[row], quarter));
});

const order = new Map(marks.map((mark, place) => [mark, place]));

/** The rows on the map in the order of drawing: the most telling marks last, larger places over smaller. */
export const drawingOrder = computed<readonly number[]>(() => {
  const byRow = markOfRow.value;
  const population = live.value?.population ?? [];
  return shownOnMap.value.toSorted(
    (a, b) => order.get(byRow[a])! - order.get(byRow[b])! || (population[a] ?? -1) - (population[b] ?? -1),
  );
});

/** How many of the rows on the map have each mark. */
export const markCounts = computed<Readonly<Record<Mark, number>>>(() => {
  const counts = Object.fromEntries(marks.map((mark) => [mark, 0])) as Record<Mark, number>;
  for (const row of shownOnMap.value) counts[markOfRow.value[row]] += 1;
  return counts;
});
