import type { Map as LeafletMap } from 'leaflet';
import type { Corner } from '../shapes.ts';
import { captureStrokes, type Drawn, type Interaction } from './interaction.ts';
import { Sketch } from './sketch.ts';

/** Pixels between the points of a line drawn freely; a corner set this near to the first closes the line. */
const step = 4;
const closingReach = 12;

/** Chooses by a line drawn around: freely by dragging, or corner by corner, closed at the first or by a double click. */
export function drawLasso(map: LeafletMap, drawn: Drawn): Interaction {
  const sketch = new Sketch(map);
  let corners: Corner[] = [];

  const pixelsBetween = (one: Corner, other: Corner) =>
    map.latLngToContainerPoint(one).distanceTo(map.latLngToContainerPoint(other));

  function add(at: Corner): void {
    corners = [...corners, at];
    sketch.show(corners);
  }

  function complete(manner: Parameters<Drawn>[1]): void {
    const line = corners;
    cancel();
    if (line.length >= 3) drawn(line, manner);
  }

  function cancel(): boolean {
    const begun = corners.length > 0;
    corners = [];
    sketch.show([]);
    return begun;
  }

  function move(at: Corner): void {
    if (corners.length > 0) sketch.show([...corners, at]);
  }

  const release = captureStrokes(map, {
    begin(at) {
      if (corners.length === 0) add(at);
    },
    move(at, dragging) {
      if (dragging && pixelsBetween(corners.at(-1)!, at) >= step) add(at);
      else if (!dragging) move(at);
    },
    end(at, dragged, manner) {
      const atFirst = corners.length >= 3 && pixelsBetween(corners[0], at) <= closingReach;
      const again = corners.length >= 3 && pixelsBetween(corners.at(-1)!, at) <= step;
      if (dragged || atFirst || again) complete(manner);
      else if (corners.length > 1 || pixelsBetween(corners[0], at) > step) add(at);
    },
  });
  return {
    corner: add,
    move,
    finish: () => complete(null),
    cancel,
    stop() {
      release();
      sketch.remove();
    },
  };
}
