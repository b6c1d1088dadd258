import type { Minutes } from "../values/duration.ts";
import { formatDuration } from "../values/duration.ts";
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
