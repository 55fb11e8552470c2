import type { Map as LeafletMap } from 'leaflet';
import type { Corner } from '../shapes.ts';
import { captureStrokes, type Drawn, type Interaction } from './interaction.ts';
import { Sketch } from './sketch.ts';

function rectangle(one: Corner, other: Corner): Corner[] {
  return [one, { lat: one.lat, lng: other.lng }, other, { lat: other.lat, lng: one.lng }];
}

/** Chooses by a rectangle: dragged from corner to corner, or two corners clicked one after the other. */
export function drawBox(map: LeafletMap, drawn: Drawn): Interaction {
  const sketch = new Sketch(map);
  let first: Corner | null = null;
  let justSet = false;

  function complete(second: Corner, manner: Parameters<Drawn>[1]): void {
    const corners = rectangle(first!, second);
    cancel();
    drawn(corners, manner);
  }

  function cancel(): boolean {
    const begun = first !== null;
    first = null;
    sketch.show([]);
    return begun;
  }

  function move(at: Corner): void {
    if (first !== null) sketch.show(rectangle(first, at));
  }

  const release = captureStrokes(map, {
    begin(at) {
      justSet = first === null;
      first ??= at;
    },
    move,
    end(at, dragged, manner) {
      if (first !== null && (dragged || !justSet)) complete(at, manner);
    },
  });
  function corner(at: Corner): void {
    if (first === null) {
      first = at;
      sketch.show([at]);
    } else complete(at, null);
  }

  return {
    corner,
    move,
    finish: corner,
    cancel,
    stop() {
      release();
      sketch.remove();
    },
  };
}
