import type { Mark } from '../map/stage.ts';
import { glyphWidth, hollowWidth, symbols } from '../map/symbols.ts';

/** The map's symbol of a mark, for list and legend; the text beside it says the same. */
export function MarkIcon({ mark }: { mark: Mark }) {
  const { colour, outline, hollow, glyph } = symbols[mark];
  return (
    <svg class="mark" viewBox="-13 -13 26 26" aria-hidden="true">
      <path
        d={outline}
        fill={hollow ? '#fff' : colour}
        stroke={hollow ? colour : undefined}
        stroke-width={hollowWidth}
      />
      {glyph && <path d={glyph} fill="none" stroke={hollow ? colour : '#fff'} stroke-width={glyphWidth} />}
    </svg>
  );
}
