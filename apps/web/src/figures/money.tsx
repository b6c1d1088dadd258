import { decimalOf } from "@cimpro/domain";
import { formatMoney } from "./money-text.ts";

/** An amount in cents, for people; the exact decimal on hover. */
export function Money({ amount, currency }: { readonly amount: number; readonly currency: string }) {
  return (
    <span className="figure" title={`${decimalOf(amount, currency)} ${currency}`}>
      {formatMoney(amount, currency)}
    </span>
  );
}
