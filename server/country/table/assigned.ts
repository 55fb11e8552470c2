import { isActive } from '../../assignments/rules.ts';
import { Stage } from '../../assignments/schema.ts';
import { quarterNumber } from '../../calendar/quarters.ts';
import { Codes } from './codes.ts';
import { grown } from './grown.ts';

/** What the table knows of an assignment. */
export interface Assigned {
  number: number;
  operatorCode: string;
  stage: Stage;
  finishQuarter: string;
  /** Its clock stood still: not overdue though its quarter is past. */
  inTime: boolean;
}

export const stages = Stage.options;
const stageAt = new Map(stages.map((stage, i) => [stage as string, i]));
const stageIndex = (stage: string) => stageAt.get(stage)!;

const idle = new Set(stages.filter((stage) => !isActive({ stage })).map(stageIndex));
const finished = new Set((['operational', 'verified'] as const).map(stageIndex));

export const isActiveStage = (stage: number): boolean => !idle.has(stage);

/** The end of a list. */
export const none = -1;

/** The assignments of all settlements: of each settlement a list, by the index of its first. */
export class AssignedLists {
  readonly operators = new Codes();
  first: Int32Array;
  next = new Int32Array(64);
  number = new Int32Array(64);
  operator = new Uint16Array(64);
  stage = new Uint8Array(64);
  finish = new Int32Array(64);
  overdue = new Uint8Array(64);
  #size = 0;
  #free = none;

  constructor(settlements: number) {
    this.first = new Int32Array(settlements).fill(none);
  }

  /** Writes the list of a settlement. `quarter` is the number of the current one. */
  write(row: number, assignments: readonly Assigned[], quarter: number): void {
    for (let i = this.first[row]; i !== none;) {
      const next = this.next[i];
      this.next[i] = this.#free;
      this.#free = i;
      i = next;
    }
    this.first[row] = none;
    for (const assignment of assignments.toReversed()) {
      const i = this.#take();
      const stage = stageIndex(assignment.stage);
      const finish = quarterNumber(assignment.finishQuarter);
      this.number[i] = assignment.number;
      this.operator[i] = this.operators.indexOf(assignment.operatorCode);
      this.stage[i] = stage;
      this.finish[i] = finish;
      this.overdue[i] = !assignment.inTime && isActiveStage(stage) && !finished.has(stage) && finish < quarter ? 1 : 0;
      this.next[i] = this.first[row];
      this.first[row] = i;
    }
  }

  #take(): number {
    if (this.#free !== none) {
      const i = this.#free;
      this.#free = this.next[i];
      return i;
    }
    if (this.#size === this.next.length) this.#grow();
    return this.#size++;
  }

  #grow(): void {
    this.next = grown(this.next);
    this.number = grown(this.number);
    this.operator = grown(this.operator);
    this.stage = grown(this.stage);
    this.finish = grown(this.finish);
    this.overdue = grown(this.overdue);
  }
}
