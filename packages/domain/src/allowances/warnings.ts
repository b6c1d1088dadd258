import { type Day, type Month, monthOf } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { formatDuration } from "../values/duration.ts";
import { farFromToday } from "../values/stated-day.ts";
import { monthsOf } from "./grants.ts";
import type { Allowance } from "./purchase.ts";
import type { AllowanceTerms } from "./terms.ts";

/** A remark that does not stop anything. */
export interface Warning {
  readonly clause: string;
  readonly message: string;
}

/** Lump sums are usually of 10 to 50 hours; others are sold too, with a remark (ALW-2). */
export function purchaseWarnings(
  kind: "lump-sum" | "monthly",
  minutes: Minutes,
  terms: AllowanceTerms,
): readonly Warning[] {
  const { min, max } = terms.usualLumpMinutes;
  if (kind === "monthly" || (minutes >= min && minutes <= max)) return [];
  const usual = `${formatDuration(min)} to ${formatDuration(max)}`;
  return [{ clause: "ALW-2", message: `Lump sums are usually ${usual}; this one is ${formatDuration(minutes)}.` }];
}

/** A purchase whose first day lies far from today is made, with a remark of what follows from the day (ALW-4). */
export function purchaseDayWarnings(
  allowance: Allowance,
  on: Day,
  { openedOn, today }: { readonly openedOn: Day; readonly today: Day },
): readonly Warning[] {
  const far = farFromToday(on, today);
  if (far === null) return [];
  const where =
    far === "ahead" ? "far ahead" : on < openedOn ? `before the account was opened (${openedOn})` : "far back";
  const sold = allowance.kind === "monthly" && far === "back" ? soldNext(allowance, monthOf(today)) : "";
  return [
    { clause: "ALW-4", message: `It begins on ${on}, ${where}.${sold} If the date was mistyped, void its invoice.` },
  ];
}

function soldNext(allowance: Extract<Allowance, { kind: "monthly" }>, through: Month): string {
  const further = monthsOf(allowance, through).length - 1;
  return ` The next billing run sells ${further} further months at once.`;
}
