import type { Charge } from "../invoices/charge.ts";
import type { Month } from "../values/day.ts";
import { amountFor } from "../values/money.ts";
import type { Allowance } from "./purchase.ts";

/** The price of a lump sum, or of one month of a monthly allowance: hours × the standard rate of its validity date (ALW-3). */
export function allowanceCharge(allowance: Allowance, month: Month | null): Charge {
  const { id, minutes, ratePerHour } = allowance;
  const amount = amountFor(minutes, ratePerHour);
  const what = month === null ? "Pre-paid hours, lump sum" : `Pre-paid hours for ${month}`;
  return {
    kind: "allowance",
    allowance: id,
    minutes,
    ratePerHour,
    amount,
    clauses: month === null ? ["ALW-2", "ALW-3", "RATE-5"] : ["ALW-2", "ALW-3", "ALW-4", "RATE-5"],
    trace: [{ clause: "ALW-3", what, minutes, ratePerHour, amount }],
  };
}
