/** What stands for a minute: what covers it, or what is still to be done about it. */
export type CoverKind =
  | "deposit"
  | "allowance"
  | "invoiced"
  | "held"
  | "open"
  | "written-off"
  | "non-billable"
  | "settled-elsewhere"
  | "lapsed"
  | "left";

/** A stretch of a cover bar. */
export interface CoverPart {
  readonly kind: CoverKind;
  readonly label: string;
  readonly minutes: number;
  readonly amount?: number;
}

/** The order minutes are covered in, so that bars can be compared. */
const order: readonly CoverKind[] = [
  "deposit",
  "allowance",
  "invoiced",
  "held",
  "open",
  "written-off",
  "non-billable",
  "settled-elsewhere",
  "lapsed",
  "left",
];

/** The parts that have minutes, in the order of the waterfall. */
export const shownParts = (parts: readonly CoverPart[]): readonly CoverPart[] =>
  parts.filter(({ minutes }) => minutes > 0).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));

const shades = 3;

/** One shade a grant: the place of an allowance among the allowances of its bar, round and round. */
export function shadeOf(parts: readonly CoverPart[], part: CoverPart): number {
  const grants = parts.filter(({ kind }) => kind === "allowance");
  return Math.max(0, grants.indexOf(part)) % shades;
}
