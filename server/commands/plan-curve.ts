import type { WriteStream } from 'node:tty';
import type { Progress } from '../planning/optimiser/model.ts';

const BLOCKS = '▁▂▃▄▅▆▇█';
const WIDTH = 40;
/** A terminal is drawn anew so often, any other stream is given a line so often; milliseconds. */
const PAUSE = { terminal: 100, other: 2_000 };

/** Shows how bound and plan approach each other: figures, and the gap as a curve. */
export class PlanCurve {
  readonly #to: Pick<WriteStream, 'write' | 'isTTY'>;
  /** Gaps in percent, one a drawing. */
  #gaps: number[] = [];
  #shown = -Infinity;

  constructor(to: Pick<WriteStream, 'write' | 'isTTY'>) {
    this.#to = to;
  }

  show(progress: Progress): void {
    const now = performance.now();
    if (now - this.#shown < (this.#to.isTTY ? PAUSE.terminal : PAUSE.other) && progress.done < 1) return;
    this.#shown = now;
    if (progress.gapPercent < Infinity) this.#gaps.push(progress.gapPercent);
    this.#to.write(this.#to.isTTY ? `\r\u001b[K${this.#line(progress)}` : `${this.#line(progress)}\n`);
  }

  end(): void {
    if (this.#to.isTTY && this.#shown > -Infinity) this.#to.write('\n');
  }

  #line({ phase, done, bound, cost, gapPercent }: Progress): string {
    const percent = `${Math.round(100 * done)}`.padStart(3);
    const figures = [`bound ${amount(bound)}`];
    if (cost < Infinity) figures.push(`plan ${amount(cost)}`);
    if (gapPercent < Infinity) figures.push(`gap ${gapPercent.toFixed(2)} %`);
    return `${phase} ${percent} %  ${figures.join('  ')}  ${curve(this.#gaps)}`;
  }
}

const amount = (value: number) => (Number.isFinite(value) ? value.toPrecision(6) : '–');

/** The last values as blocks, by their logarithms, which show the end as well as the beginning. */
function curve(values: readonly number[]): string {
  const last = values.slice(-WIDTH).map((value) => Math.log(Math.max(value, 0.01)));
  const low = Math.min(...last);
  const high = Math.max(...last);
  const block = (value: number) =>
    BLOCKS[high === low ? 0 : Math.round(((value - low) / (high - low)) * (BLOCKS.length - 1))];
  return last.map(block).join('');
}
