import { colourOf } from '../ui/colours.ts';

/** From this zoom on settlements are named, as far as there is room. */
const namedFrom = 9;
/** The face of the page, in which every Kazakh letter is. */
const fontOf = (): string => `500 12px ${getComputedStyle(document.documentElement).fontFamily}`;
const cell = 16;

interface Place {
  x: number;
  y: number;
}

/** Cells of the canvas that hold a label or a symbol already. */
class Room {
  readonly #taken = new Set<string>();

  /** Takes a rectangle if it is free. */
  take(left: number, top: number, width: number, height: number): boolean {
    const cells: string[] = [];
    for (let x = Math.floor(left / cell); x <= Math.floor((left + width) / cell); x++) {
      for (let y = Math.floor(top / cell); y <= Math.floor((top + height) / cell); y++) cells.push(`${x} ${y}`);
    }
    if (cells.some((key) => this.#taken.has(key))) return false;
    for (const key of cells) this.#taken.add(key);
    return true;
  }
}

/** Writes the names of settlements beside their symbols, later rows first, none over another. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  zoom: number,
  rows: readonly number[],
  placeOf: (row: number) => Place,
  name: (row: number) => string,
  symbolSize: number,
): void {
  if (zoom < namedFrom) return;
  context.font = fontOf();
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = colourOf('map-halo');
  context.fillStyle = colourOf('map-label');
  const room = new Room();
  for (const row of rows.toReversed()) {
    const { x, y } = placeOf(row);
    const left = x + symbolSize / 2 + 5;
    if (!room.take(left, y - 7, context.measureText(name(row)).width, 14)) continue;
    context.strokeText(name(row), left, y);
    context.fillText(name(row), left, y);
  }
}
