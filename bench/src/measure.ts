/** Milliseconds that something took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}

/** One thing measured against another in the same rounds. */
export interface Comparison {
  readonly name: string;
  readonly ours: () => Promise<number>;
  readonly base: () => Promise<number>;
  readonly baseName: string;
  /** The most (or, for `atLeast`, the least) that ours ÷ base may be. */
  readonly bound: number;
  readonly aim?: number;
  readonly unit: "ms" | "per second";
}

export interface Measured {
  readonly name: string;
  readonly ours: number;
  readonly base: number;
  readonly baseName: string;
  readonly ratio: number;
  readonly bound: number;
  readonly aim?: number;
  readonly met: boolean;
  readonly unit: Comparison["unit"];
}

/** The medians of interleaved rounds, so that both sides meet the same weather. */
export async function compare(comparison: Comparison, rounds: number): Promise<Measured> {
  const { ours, base, unit, bound, name, baseName, aim } = comparison;
  const [own, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) own.push(await ours());
    other.push(await base());
    if (round % 2 === 1) own.push(await ours());
  }
  const [a, b] = [median(own), median(other)];
  const ratio = a / b;
  const met = unit === "ms" ? ratio <= bound : ratio >= bound;
  return { name, ours: a, base: b, baseName, ratio, bound, met, unit, ...(aim === undefined ? {} : { aim }) };
}

/** The figures as a Markdown table. */
export function tableOf(rows: readonly Measured[]): string {
  const lines = rows.map((row) => {
    const sign = row.unit === "ms" ? "≤" : "≥";
    const aim = row.aim === undefined ? "" : `, aim ${sign} ${row.aim}`;
    const figure = (value: number): string => `${value >= 100 ? Math.round(value) : value.toFixed(1)} ${row.unit}`;
    return `| ${row.name} | ${figure(row.ours)} | ${row.baseName}: ${figure(row.base)} | ${row.ratio.toFixed(2)} | ${sign} ${row.bound}${aim} | ${row.met ? "yes" : "**no**"} |`;
  });
  return ["| what | cimpro | beside it | ratio | bound | met |", "|---|---:|---:|---:|---|---|", ...lines].join("\n");
}
