import type { LeafletMouseEvent, Map as LeafletMap } from 'leaflet';
import { pickRow, selectRows, toggleRow } from '../../store/state.ts';
import type { SymbolLayer } from '../symbol-layer.ts';

const mouseReach = 4;
/** Half of the 44 pixels that a finger needs. */
const fingerReach = 22;

export function reachOf(layer: SymbolLayer, event: MouseEvent): number {
  const byFinger = (event as PointerEvent).pointerType === 'touch';
  return byFinger ? fingerReach : layer.symbolSize() / 2 + mouseReach;
}

/** A click chooses one settlement, with Ctrl it adds or removes it, with Shift it adds it. */
export function chooseByClick(map: LeafletMap, layer: SymbolLayer): () => void {
  function click({ layerPoint, originalEvent }: LeafletMouseEvent): void {
    const hit = layer.nearest(layerPoint, reachOf(layer, originalEvent));
    if (hit === null) return;
    if (originalEvent.ctrlKey || originalEvent.metaKey) toggleRow(hit.row);
    else if (originalEvent.shiftKey) selectRows([hit.row], 'add');
    else pickRow(hit.row);
  }
  map.on('click', click);
  return () => void map.off('click', click);
}
