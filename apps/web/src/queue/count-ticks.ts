const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const most = 5;

/** Whole numbers for an axis over these counts, from zero to the first one not below them all. */
export function countTicks(counts: readonly number[]): readonly number[] {
  const highest = Math.max(1, ...counts);
  const step = steps.find((each) => most * each >= highest) ?? 1000;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => at * step);
}
