import type { Side } from "@cimpro/domain";
import type { SideWords } from "../plan-ribbon/plan-ribbon.tsx";

/** Whose turn a step is, for the team. */
export const turnWords: SideWords & Readonly<Record<Side, string>> = {
  ours: "Services team",
  theirs: "Customer",
  neither: "Together",
};

interface Slip {
  readonly slipDays: number;
  readonly slip: readonly { readonly days: number; readonly whose: Side }[];
}

/** `9 days late (5 customer, 4 services team)`; nothing when it is not late. */
export function lateWords({ slipDays, slip }: Slip): string {
  if (slipDays <= 0) return "";
  const owners = slip
    .filter(({ days }) => days > 0)
    .map(({ days, whose }) => `${days} ${turnWords[whose].toLowerCase()}`)
    .join(", ");
  return `${slipDays} ${slipDays === 1 ? "day" : "days"} late${owners === "" ? "" : ` (${owners})`}`;
}
