import type { Cells } from './cells.ts';

/**
 * Gives each piece of a group that lies apart from the group's largest piece to the neighbour with which it shares most
 * edges, so that every region and district is in one piece. Changes `groupOf`.
 *
 * @param within whether each cell's centre is inside the country: pieces are counted there
 * @param mayJoin whether a cell may be given to the group of another
 */
export function joinStragglers(
  cells: Cells,
  within: readonly boolean[],
  groupOf: number[],
  mayJoin: (cell: number, other: number) => boolean = () => true,
): void {
  const largest = new Map<number, number[]>();
  const pieces = piecesOf(cells, within, groupOf);
  for (const piece of pieces) {
    const group = groupOf[piece[0]];
    if (piece.length > (largest.get(group)?.length ?? 0)) largest.set(group, piece);
  }
  for (const piece of pieces) {
    if (largest.get(groupOf[piece[0]]) === piece) continue;
    const shared = new Map<number, number>();
    for (const cell of piece) {
      for (const other of cells.neighbours[cell]) {
        if (!within[other] || groupOf[other] === groupOf[cell] || !mayJoin(cell, other)) continue;
        shared.set(groupOf[other], (shared.get(groupOf[other]) ?? 0) + 1);
      }
    }
    const best = [...shared].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    if (best) for (const cell of piece) groupOf[cell] = best[0];
  }
}

/** The connected pieces of all groups. */
function piecesOf(cells: Cells, within: readonly boolean[], groupOf: readonly number[]): number[][] {
  const seen = new Set<number>();
  const pieces: number[][] = [];
  for (const first of groupOf.keys()) {
    if (!within[first] || seen.has(first)) continue;
    const piece = [first];
    seen.add(first);
    for (const cell of piece) {
      for (const other of cells.neighbours[cell]) {
        if (!within[other] || groupOf[other] !== groupOf[first] || seen.has(other)) continue;
        seen.add(other);
        piece.push(other);
      }
    }
    pieces.push(piece);
  }
  return pieces;
}
