import type { Map as LeafletMap, Point } from 'leaflet';
import type { Manner } from '../../store/selection.ts';
import type { Corner } from '../shapes.ts';

/** A way of choosing by drawing, by dragging or corner by corner, with the pointer or the keyboard. */
export interface Interaction {
  /** A corner set by keyboard. */
  corner(at: Corner): void;
  /** Shows what would be drawn, were the next corner set here by keyboard. */
  move(at: Corner): void;
  /** Ends the drawing at a place set by keyboard. */
  finish(at: Corner): void;
  /** Forgets what was drawn; false where nothing was. */
  cancel(): boolean;
  stop(): void;
}

/** What an interaction tells when its shape is drawn; `manner` where a key held down asked for it. */
export type Drawn = (corners: readonly Corner[], manner: Manner | null) => void;

/** Moved less than this, pixels, a pointer has clicked. */
const clickReach = 5;

export interface Strokes {
  /** The pointer went down. */
  begin(at: Corner): void;
  /** It moves, held down past a click (`dragging`) or not. */
  move(at: Corner, dragging: boolean): void;
  /** It went up, after a drag or a click. */
  end(at: Corner, dragged: boolean, manner: Manner | null): void;
}

/** Shift adds, Alt removes. */
export function mannerOf({ shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }): Manner | null {
  if (shiftKey) return 'add';
  return altKey ? 'remove' : null;
}

/** Gives the pointer's strokes on the map to a tool instead of to the map. Returns the way to stop. */
export function captureStrokes(map: LeafletMap, strokes: Strokes): () => void {
  const container = map.getContainer();
  const watching = new AbortController();
  let down: Point | null = null;
  let dragging = false;
  const listen = (type: 'pointerdown' | 'pointermove' | 'pointerup', handle: (event: PointerEvent) => void) =>
    container.addEventListener(type, handle, { signal: watching.signal });

  map.dragging.disable();
  map.doubleClickZoom.disable();
  container.classList.add('map__ground--drawing');
  listen('pointerdown', (event) => {
    if (event.button !== 0) return;
    container.setPointerCapture(event.pointerId);
    down = map.mouseEventToContainerPoint(event);
    dragging = false;
    strokes.begin(map.mouseEventToLatLng(event));
  });
  listen('pointermove', (event) => {
    dragging ||= down !== null && down.distanceTo(map.mouseEventToContainerPoint(event)) > clickReach;
    strokes.move(map.mouseEventToLatLng(event), down !== null && dragging);
  });
  listen('pointerup', (event) => {
    if (down === null) return;
    down = null;
    strokes.end(map.mouseEventToLatLng(event), dragging, mannerOf(event));
  });
  return () => {
    watching.abort();
    map.dragging.enable();
    map.doubleClickZoom.enable();
    container.classList.remove('map__ground--drawing');
  };
}
