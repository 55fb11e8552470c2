import { colourOf } from '../ui/colours.ts';
import { type Mark, marks } from './stage.ts';
import { glyphWidth, hollowWidth, symbols } from './symbols.ts';

/** Half the box of a symbol, in its own units, with room for halo and ring. */
const halfBox = 18;
const symbolBox = 24;

/** All symbols of one size, each plain and chosen, drawn once to be copied thousands of times. */
export interface Sprites {
  sheet: HTMLCanvasElement;
  /** Side of one sprite on the sheet, in device pixels, and on the map, in CSS pixels. */
  side: number;
  size: number;
  /** Where on the sheet a sprite stands, in device pixels. */
  left(mark: Mark): number;
  top(chosen: boolean): number;
}

function drawSymbol(context: CanvasRenderingContext2D, mark: Mark): void {
  const { outline, hollow, glyph } = symbols[mark];
  const colour = colourOf(`mark-${mark}`);
  const glyphColour = colourOf('mark-glyph');
  const path = new Path2D(outline);
  // A halo holds the contrast where raster tiles lie beneath.
  context.strokeStyle = colourOf('map-halo');
  context.lineWidth = hollow ? hollowWidth + 3 : 3;
  context.stroke(path);
  context.fillStyle = hollow ? glyphColour : colour;
  context.fill(path);
  if (hollow) {
    context.strokeStyle = colour;
    context.lineWidth = hollowWidth;
    context.stroke(path);
  }
  if (glyph === '') return;
  context.strokeStyle = hollow ? colour : glyphColour;
  context.lineWidth = glyphWidth;
  context.stroke(new Path2D(glyph));
}

/** The mark of being chosen: a ring of black and yellow, never a fill. */
function drawRing(context: CanvasRenderingContext2D): void {
  for (const [colour, width] of [
    ['ring-dark', 5.5],
    ['ring', 3],
  ] as const) {
    context.beginPath();
    context.arc(0, 0, 13.8, 0, 2 * Math.PI);
    context.strokeStyle = colourOf(colour);
    context.lineWidth = width;
    context.stroke();
  }
}

/** @param symbolSize width of a symbol on the map, CSS pixels */
export function drawSprites(symbolSize: number, pixelRatio: number): Sprites {
  const size = Math.ceil((symbolSize * 2 * halfBox) / symbolBox);
  const side = Math.ceil(size * pixelRatio);
  const sheet = document.createElement('canvas');
  sheet.width = side * marks.length;
  sheet.height = side * 2;
  const context = sheet.getContext('2d')!;
  context.lineJoin = context.lineCap = 'round';
  const scale = (symbolSize / symbolBox) * pixelRatio;
  for (const chosen of [false, true]) {
    for (const [column, mark] of marks.entries()) {
      context.setTransform(scale, 0, 0, scale, (column + 0.5) * side, ((chosen ? 1 : 0) + 0.5) * side);
      drawSymbol(context, mark);
      if (chosen) drawRing(context);
    }
  }
  return {
    sheet,
    side,
    size,
    left: (mark) => marks.indexOf(mark) * side,
    top: (chosen) => (chosen ? side : 0),
  };
}
