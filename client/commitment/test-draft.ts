import type { SpeedTest } from '../../server/construction/schema.ts';

/** The figures of a speed test in the order in which they are read. */
export const figures = ['download', 'upload', 'latency'] as const;
export type Figure = (typeof figures)[number];

/** A speed test while it is being written. */
export type TestDraft = Readonly<Record<Figure, string>>;

export const emptyTests = (count: number): TestDraft[] =>
  Array.from({ length: count }, () => ({ download: '', upload: '', latency: '' }));

const isWhole = (test: TestDraft) => figures.every((figure) => test[figure] !== '' && Number(test[figure]) >= 0);
const isEmpty = (test: TestDraft) => figures.every((figure) => test[figure] === '');

/** Has a test been begun and not been finished? */
export const hasHalfTest = (tests: readonly TestDraft[]): boolean =>
  tests.some((test) => !isWhole(test) && !isEmpty(test));

/** The tests that are whole. */
export const testsOf = (tests: readonly TestDraft[]): SpeedTest[] =>
  tests.filter(isWhole).map(({ download, upload, latency }) => ({
    download: Number(download),
    upload: Number(upload),
    latency: Number(latency),
  }));
