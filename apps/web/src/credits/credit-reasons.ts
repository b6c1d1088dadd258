import type { CreditMemoReason } from "@cimpro/domain";

/** What becomes of the minutes that a credit names. */
export const creditReasons: Readonly<Record<CreditMemoReason, string>> = {
  rebill: "Bill again",
  waive: "Waived",
  premium: "Premium settled",
};
