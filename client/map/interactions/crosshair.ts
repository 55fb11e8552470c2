import { type Map as LeafletMap, type Point, point } from 'leaflet';
import { pickRow, toggleRow } from '../../store/state.ts';
import type { Corner } from '../shapes.ts';
import type { SymbolLayer } from '../symbol-layer.ts';
import type { Interaction } from './interaction.ts';

/** Pixels that an arrow key moves the crosshair, and that a Shift with it moves. */
const step = 16;
const bigStep = 96;
const margin = 40;

const arrows: Readonly<Record<string, [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The map by keyboard: one tab stop, arrows move a crosshair, Space chooses what is nearest. */
export function crosshair(
  map: LeafletMap,
  layer: SymbolLayer,
  /** The drawing under way, to which Space and Enter set corners instead. */
  drawing: () => Interaction | null,
  /** Told of the row nearest to the crosshair and its distance in metres. */
  announce: (nearest: { row: number; metres: number } | null) => void,
): () => void {
  const container = map.getContainer();
  const cross = document.createElement('div');
  cross.className = 'crosshair';
  cross.hidden = true;
  container.append(cross);
  let at: Point | null = null;
  /** Where on the ground it stands: when the map is given more or less room, it stays there. */
  let ground: Corner | null = null;

  const place = (): Corner => map.containerPointToLatLng(at!);
  const nearest = () => layer.nearest(map.containerPointToLayerPoint(at!), Infinity);

  function tell(): void {
    const hit = nearest();
    announce(hit && { row: hit.row, metres: map.distance(place(), layer.latLngOf(hit.row)) });
  }

  function stay(): void {
    if (ground === null) return;
    at = map.latLngToContainerPoint(ground);
    cross.style.transform = `translate(${at.x}px, ${at.y}px)`;
  }

  function show(): void {
    at ??= map.getSize().divideBy(2).round();
    ground = place();
    cross.hidden = false;
    cross.style.transform = `translate(${at.x}px, ${at.y}px)`;
  }

  /** Moves the crosshair; near the edge the map moves instead. */
  function move([x, y]: [number, number], distance: number): void {
    show();
    const size = map.getSize();
    const next = at!.add(point(x * distance, y * distance));
    const inner = point(
      Math.min(Math.max(next.x, margin), size.x - margin),
      Math.min(Math.max(next.y, margin), size.y - margin),
    );
    if (!inner.equals(next)) map.panBy(next.subtract(inner), { animate: false });
    at = inner;
    show();
    drawing()?.move(place());
    tell();
  }

  /** Around the crosshair, which stays on its place. */
  function zoom(levels: number): void {
    show();
    map.setZoomAround(at!, map.getZoom() + levels);
  }

  function choose(key: string): void {
    show();
    const tool = drawing();
    if (tool !== null) {
      if (key === 'Enter') tool.finish(place());
      else tool.corner(place());
      return;
    }
    const hit = nearest();
    if (hit === null) return;
    if (key === 'Enter') pickRow(hit.row);
    else toggleRow(hit.row);
    tell();
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows[event.key];
    if (arrow !== undefined) move(arrow, event.shiftKey ? bigStep : step);
    else if (event.key === ' ' || event.key === 'Enter') choose(event.key);
    else if (event.key === '+' || event.key === '=') zoom(1);
    else if (event.key === '-') zoom(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function focus(): void {
    if (!container.matches(':focus-visible')) return;
    show();
    tell();
  }
  const hide = () => void (cross.hidden = true);

  map.on('resize', stay);
  container.addEventListener('keydown', press);
  container.addEventListener('focus', focus);
  container.addEventListener('blur', hide);
  container.addEventListener('pointerdown', hide);
  return () => {
    map.off('resize', stay);
    container.removeEventListener('keydown', press);
    container.removeEventListener('focus', focus);
    container.removeEventListener('blur', hide);
    container.removeEventListener('pointerdown', hide);
    cross.remove();
  };
}
