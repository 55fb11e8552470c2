// The curve as a picture: pure. Its units are those of the SVG that it is drawn in.
import { quarterNumber, quarterOf } from '../../server/calendar/quarters.ts';
import type { Curve } from '../../server/reports/schema.ts';
import type { Measure } from './address.ts';

export const lineNames = ['planned', 'forecast', 'actual'] as const;
export type LineName = (typeof lineNames)[number];

export interface ProgressRow {
  quarter: string;
  /** Served in all at the end of the quarter; null of what is still to come. */
  planned: number;
  forecast: number;
  actual: number | null;
}

/** What is served in all at the end of each quarter: what was before, and what is added. */
export const progressRows = ({ servedBefore, quarters }: Curve, measure: Measure): ProgressRow[] =>
  quarters.map(({ quarter, planned, forecast, actual }) => ({
    quarter,
    planned: servedBefore[measure] + planned[measure],
    forecast: servedBefore[measure] + forecast[measure],
    actual: actual && servedBefore[measure] + actual[measure],
  }));

/** Round steps of which a few make up the range. */
export function stepFor(range: number): number {
  const rough = range / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? 10 * power;
}

/** The width in which a quarter can be written. */
const roomForQuarter = 110;

export interface ProgressPicture {
  lines: Record<LineName, { x: number; y: number }[]>;
  /** Heights of the target and of round values. */
  target: number;
  levels: { y: number; value: number }[];
  quarters: { x: number; quarter: string; labelled: boolean }[];
  /** Where now is, and where the target date, if it is within the picture. */
  now: number | null;
  targetDate: number | null;
}

/** Lays the curve out in a picture of this size; the first point is what was served before. */
export function pictureOf(
  curve: Curve,
  measure: Measure,
  targetDate: string | null,
  { width, height }: { width: number; height: number },
): ProgressPicture {
  const rows = progressRows(curve, measure);
  const start = quarterNumber(rows[0].quarter) - 1;
  const due = targetDate === null ? null : quarterNumber(quarterOf(targetDate));
  const end = Math.max(quarterNumber(rows.at(-1)!.quarter), due ?? 0);
  const before = curve.servedBefore[measure];
  const target = curve.counted[measure];
  const highest = Math.max(target, ...rows.flatMap(({ planned, forecast }) => [planned, forecast]));
  const step = stepFor(highest - before || highest || 1);
  const lowest = Math.floor(before / step) * step;
  const xOf = (quarter: number) => ((quarter - start) / (end - start)) * width;
  const yOf = (value: number) => height - ((value - lowest) / (highest - lowest || 1)) * height;
  const within = (quarter: number | null) =>
    quarter !== null && quarter >= start && quarter <= end ? xOf(quarter) : null;
  const lineOf = (name: LineName) => [
    { x: 0, y: yOf(before) },
    ...rows.flatMap((row) => {
      const value = row[name];
      return value === null ? [] : [{ x: xOf(quarterNumber(row.quarter)), y: yOf(value) }];
    }),
  ];
  const every = Math.ceil(rows.length / Math.floor(width / roomForQuarter));
  return {
    lines: { planned: lineOf('planned'), forecast: lineOf('forecast'), actual: lineOf('actual') },
    target: yOf(target),
    levels: Array.from({ length: Math.floor((highest - lowest) / step) + 1 }, (_, i) => lowest + i * step).map(
      (value) => ({ value, y: yOf(value) }),
    ),
    quarters: rows.map(({ quarter }, i) => ({ quarter, x: xOf(quarterNumber(quarter)), labelled: i % every === 0 })),
    now: within(quarterNumber(curve.currentQuarter)),
    targetDate: within(due),
  };
}
