import { basename } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '../../geodata/import.ts';

interface Shown {
  tell(progress: ImportProgress): void;
  end(): void;
}

/** How far a file is: a bar on a terminal, a line for each phase and quarter of the file elsewhere. On stderr. */
export function progressOf(path: string): Shown {
  return process.stderr.isTTY ? bar(path) : lines(path);
}

function bar(path: string): Shown {
  const format = `${basename(path)} {bar} {percentage} % | {rows} rows | {phase}`;
  const shown = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, etaBuffer: 10 },
    Presets.shades_classic,
  );
  shown.start(1, 0, { rows: 0, phase: 'reading' });
  return {
    tell({ bytesRead, bytes, rowsRead, phase }) {
      shown.setTotal(bytes);
      shown.update(Math.min(bytes, bytesRead), { rows: rowsRead, phase });
    },
    end: () => shown.stop(),
  };
}

function lines(path: string): Shown {
  let last = '';
  return {
    tell({ bytesRead, bytes, phase }) {
      const quarter = Math.min(3, Math.floor((4 * bytesRead) / bytes)) * 25;
      const line = phase === 'reading' ? `reading, ${quarter} %` : phase;
      if (line !== last) console.error(`${basename(path)}: ${line}`);
      last = line;
    },
    end() {},
  };
}
