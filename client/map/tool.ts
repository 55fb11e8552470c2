import { signal } from '@preact/signals';
import type { MapPlace } from '../store/address.ts';
import type { Manner } from '../store/selection.ts';

/** What the pointer does on the map. */
export type Tool = 'move' | 'box' | 'lasso';
export const tool = signal<Tool>('move');

/** How what is drawn meets what is chosen already; Shift and Alt say otherwise for one drawing. */
export const manner = signal<Manner>('replace');

/** What the planner's page asks of the map, which alone knows what is in view. */
export interface MapHandle {
  selectInView(manner: Manner): void;
  showRows(rows: readonly number[]): void;
  /** Goes where the region or the district that the filters ask for is. */
  showMatching(): void;
  goTo(place: MapPlace): void;
  zoomBy(levels: number): void;
  /** Forgets what is being drawn, then the tool; false where there was neither. */
  cancel(): boolean;
}
export const mapHandle = signal<MapHandle | null>(null);

export function toggleTool(next: Tool): void {
  tool.value = tool.value === next ? 'move' : next;
}
