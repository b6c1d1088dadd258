import { type InvoiceDraft, type InvoiceLine, totalled } from "../invoices/invoice.ts";
import type { Party } from "../invoices/party.ts";
import type { Currency } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { InvoiceRow } from "./invoice-row.ts";

/** What an opening invoice states beside its row. */
export interface OpeningInvoiceContext {
  readonly from: Party;
  readonly to: Party;
  readonly currency: Currency;
  readonly policy: { readonly id: string; readonly version: number };
}

/**
 * An open invoice of another system as these books keep it: its own number and days, and one line of money without
 * minutes. A number of our own series is refused, because that series is gapless (INV-3).
 */
export function draftOpeningInvoice(row: InvoiceRow, context: OpeningInvoiceContext): Result<InvoiceDraft> {
  const { account, number, issuedOn, dueOn = issuedOn, total, balance, note } = row;
  if (/^(?:INV|CM)-\d{6,}$/i.test(number)) return refused(rejection("OPENING_NUMBER_OURS", { number }));
  const { from, to, currency, policy } = context;
  const line: Omit<InvoiceLine, "line"> = {
    kind: "opening",
    minutes: 0,
    ratePerHour: 0,
    amount: total,
    clauses: ["INV-5", "INV-6"],
    trace: [
      {
        clause: "INV-5",
        what: `Invoice ${number}, issued in another system and open when these books were begun`,
        amount: total,
        facts: { number, issuedOn, balance, ...(note === "" ? {} : { note }) },
      },
    ],
    slices: [],
  };
  return ok({
    ...{
      kind: "opening",
      account,
      issuedOn,
      dueOn,
      period: null,
      parties: { from, to },
      currency,
      policy,
      cover: null,
    },
    ...totalled([line]),
  });
}
