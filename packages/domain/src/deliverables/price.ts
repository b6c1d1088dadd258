import { type QuoteLine, quote } from "../rates/quote.ts";
import type { Minutes } from "../values/duration.ts";
import type { Cents, Currency } from "../values/money.ts";
import type { Trace } from "../values/trace.ts";
import type { Sow } from "./sow.ts";

/** What minutes under a SOW come to. Amounts in the smallest unit. */
export interface SowPrice {
  readonly currency: Currency;
  readonly lines: readonly QuoteLine[];
  readonly labor: Cents;
  readonly premium: Cents;
  readonly total: Cents;
  readonly trace: Trace;
}

/**
 * The price of minutes at the rate and premiums that a SOW froze on its issue day (RATE-3); `premiumMinutes` where not
 * all of them carry the premium, as after the delivery (LEAD-2).
 */
export function sowPrice(
  { issuedOn, ratePerHour, premiums, leadTime }: Pick<Sow, "issuedOn" | "ratePerHour" | "premiums" | "leadTime">,
  currency: Currency,
  minutes: Minutes,
  premiumMinutes: Minutes = minutes,
): SowPrice {
  const terms = { currency, premiums, rateCard: [{ validFrom: issuedOn, ratePerHour }] };
  const priced = (of: Minutes, kind: QuoteLine["kind"]) => {
    const { lines, trace } = quote({ minutes: of, leadTime, on: issuedOn }, terms);
    const at = lines.findIndex((line) => line.kind === kind && line.minutes > 0);
    return { lines: lines.slice(at).slice(0, at < 0 ? 0 : 1), trace: trace.slice(at).slice(0, at < 0 ? 0 : 1) };
  };
  const labor = priced(minutes, "labor");
  const premium = priced(premiumMinutes, "premium");
  const lines = [...labor.lines, ...premium.lines].map((line) => ({
    ...line,
    clauses: line.kind === "labor" ? ["RATE-3", ...line.clauses.filter((id) => id !== "RATE-2")] : line.clauses,
  }));
  const frozen = { clause: "RATE-3", what: `Standard rate of ${issuedOn}, frozen by the SOW` };
  const amountOf = (kind: QuoteLine["kind"]): Cents => lines.find((line) => line.kind === kind)?.amount ?? 0;
  return {
    currency,
    lines,
    labor: amountOf("labor"),
    premium: amountOf("premium"),
    total: amountOf("labor") + amountOf("premium"),
    trace: [...labor.trace.map((step) => ({ ...step, ...frozen })), ...premium.trace],
  };
}
