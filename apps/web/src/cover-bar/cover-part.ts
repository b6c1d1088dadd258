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
  /** No run has closed it yet: hatched, like all that is not settled. */
  readonly pending?: boolean;
  /** Which allowance this is: its parts share a shade. */
  readonly grant?: string;
  /** The shade of an allowance that stands in several bars, so that it looks alike in all of them. */
  readonly shade?: number;
}

/** Tells the parts of a bar apart. */
export const partKey = ({ kind, grant, label }: CoverPart): string => `${kind} ${grant ?? ""} ${label}`;

/** The order minutes are covered in, so that bars can be compared; held ones, beyond what was approved, run past its mark. */
const order: readonly CoverKind[] = [
  "deposit",
  "allowance",
  "invoiced",
  "open",
  "held",
  "written-off",
  "non-billable",
  "settled-elsewhere",
  "lapsed",
  "left",
];

/** The parts that have minutes, in the order of the waterfall. */
export const shownParts = (parts: readonly CoverPart[]): readonly CoverPart[] =>
  parts.filter(({ minutes }) => minutes > 0).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));

/** How many shades allowances have; they differ in lightness, so that every eye can tell them apart. */
export const shades = 3;

/** One shade a grant: the place of an allowance among the allowances of its bar, round and round. */
export function shadeOf(parts: readonly CoverPart[], part: CoverPart): number {
  if (part.shade !== undefined) return part.shade;
  const name = ({ grant, label }: CoverPart) => grant ?? label;
  const grants = [...new Set(parts.filter(({ kind }) => kind === "allowance").map(name))];
  return Math.max(0, grants.indexOf(name(part))) % shades;
}
