import type { Direction } from '../../server/what-if/schema.ts';

export const directions: readonly Direction[] = ['better', 'worse', 'other'];

/** Shape, glyph and colour of each way to change, in a box from -12 to 12; the colour is a mark of the map. */
export const directionMarks: Readonly<Record<Direction, { outline: string; glyph: string; colour: string }>> = {
  better: { outline: 'M0-11.5L11.5 9.5H-11.5Z', glyph: 'M0-3.5V6.5M-5 1.5H5', colour: 'mark-verified' },
  worse: { outline: 'M0 11.5L-11.5-9.5H11.5Z', glyph: 'M-5-2.5H5', colour: 'mark-overdue' },
  other: {
    outline: 'M0-9.5A9.5 9.5 0 1 1 0 9.5A9.5 9.5 0 1 1 0-9.5Z',
    glyph: 'M-4.5-2.2H4.5M-4.5 2.2H4.5M2.6-5.4L-2.6 5.4',
    colour: 'mark-proposed',
  },
};

/** The same for list and legend; the text beside it says it too. */
export function DirectionIcon({ direction }: { direction: Direction }) {
  const { outline, glyph } = directionMarks[direction];
  return (
    <svg class={`mark direction--${direction}`} viewBox="-13 -13 26 26" aria-hidden="true">
      <path d={outline} />
      <path class="mark__glyph" d={glyph} stroke-width={2.4} />
    </svg>
  );
}
