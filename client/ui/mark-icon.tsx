import type { Mark } from '../map/stage.ts';
import { glyphWidth, hollowWidth, symbols } from '../map/symbols.ts';

/** The map's symbol of a mark, for list and legend; the text beside it says the same. */
export function MarkIcon({ mark }: { mark: Mark }) {
  const { outline, hollow, glyph } = symbols[mark];
  return (
    <svg class={`mark mark--${mark}`} viewBox="-13 -13 26 26" aria-hidden="true">
      <path class={hollow ? 'mark__hollow' : undefined} d={outline} stroke-width={hollowWidth} />
      {glyph && <path class="mark__glyph" d={glyph} stroke-width={glyphWidth} />}
    </svg>
  );
}
