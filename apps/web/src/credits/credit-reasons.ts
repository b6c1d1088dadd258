import type { CreditReason } from "@cimpro/domain";

/** What becomes of the minutes that a credit takes back. */
export const creditReasons: Readonly<Record<CreditReason, string>> = {
  rebill: "Bill again",
  waive: "Waived",
};
