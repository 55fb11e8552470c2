const candidates = [',', ';', '\t', '|'] as const;

/**
 * The character between cells: of the candidates, the one that occurs equally
 * often in most lines, then the one that occurs most. Quoted text does not count.
 */
export function detectDelimiter(text: string): string {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  let best: { delimiter: string; agreeing: number; count: number } = { delimiter: ',', agreeing: 0, count: 0 };
  for (const delimiter of candidates) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const count = counts[0] ?? 0;
    if (count === 0) continue;
    const agreeing = counts.filter((other) => other === count).length;
    if (agreeing > best.agreeing || (agreeing === best.agreeing && count > best.count))
      best = { delimiter, agreeing, count };
  }
  return best.delimiter;
}

/** Whether the numbers of these rows are written 51,16: some are, and none is written 51.16. */
export function detectDecimalComma(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.flat().map((cell) => cell.trim());
  return cells.some((cell) => /^-?\d+,\d+$/.test(cell)) && !cells.some((cell) => /^-?\d+\.\d+$/.test(cell));
}
