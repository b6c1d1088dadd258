import type { CreditReason } from "../invoices/credit-memo.ts";
import { isMoney } from "../invoices/invoice-record.ts";
import type { PremiumSlice } from "../minutes/premium-slice.ts";
import type { Slice, Taken } from "../minutes/slice.ts";
import type { Day } from "../values/day.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { type AccountBooks, type InvoiceOnBooks, sowWorkOn } from "./books.ts";
import { credit, premiumsOn } from "./credit.ts";
import type { MemoIssued } from "./issue-memo.ts";
import { type Ledger, post } from "./ledger.ts";

export interface VoidRequest {
  readonly invoice: string;
  readonly reason: CreditReason;
  readonly note: string;
  readonly today: Day;
}

/**
 * Credits all that is left of an invoice and links the two (INV-3). The books need the invoice with its slices and premiums,
 * all slices of the entries under its premiums, those entries, every open invoice, and for a deposit its SOW.
 */
export function voidInvoice(ledger: Ledger, { invoice: number, reason, note, today }: VoidRequest): Result<MemoIssued> {
  const { books } = ledger;
  const invoice = books.invoices.get(number);
  if (invoice === undefined) return refused(rejection("NOT_FOUND", { what: "invoice", id: number }));
  const unused = invoice.kind === "deposit" ? checkDepositUnused(books, invoice) : ok(number);
  if (!unused.ok) return unused;
  const charged = invoice.lines.filter(({ kind }) => kind !== "premium");
  const premium = wholePremiums(premiumsOn(books, number));
  const left = charged.map(({ line, minutes, creditedMinutes }) => ({ line, minutes: minutes - creditedMinutes }));
  const some = premium.length > 0 || left.some(({ minutes }) => minutes > 0);
  // An invoice of premiums alone, all of them credited: its memo would name nothing.
  if (!some && charged.length === 0 && invoice.voidedBy === null) return nothingToVoid(invoice);
  const lines =
    some || isMoney(invoice)
      ? left.filter(({ minutes }) => minutes > 0 || isMoney(invoice))
      : // Nothing is left of its lines: they say so themselves.
        charged.map(({ line, minutes }) => ({ line, minutes }));
  const credited = credit(ledger, {
    invoice: number,
    lines,
    premium,
    covered: reason === "rebill" ? coveredUnder(books, premium) : [],
    // An amount of another system has no minutes that could be billed again.
    reason: invoice.kind === "opening" ? "waive" : reason,
    note,
    voids: true,
    today,
  });
  if (!credited.ok) return credited;
  const { memo } = credited.value;
  const voided = { type: "invoice-voided", invoice: number, creditMemo: memo.number } as const;
  return ok({ memo, ledger: post(credited.value.ledger, voided) });
}

function nothingToVoid({ number, lines }: InvoiceOnBooks): Result<never> {
  const [{ line, minutes } = { line: 1, minutes: 0 }] = lines;
  return refused(rejection("CREDIT_EXCEEDS_LINE", { invoice: number, line, minutes, left: 0 }));
}

/** All that is left of premium slices. */
export const wholePremiums = (premiums: readonly PremiumSlice[]): readonly Taken<PremiumSlice>[] =>
  premiums.filter(({ minutes }) => minutes > 0).map((each) => ({ ...each, taken: each.minutes }));

/** Money that covered time already stays where it is; so does what was given back (DLV-3). */
function checkDepositUnused(books: AccountBooks, { number, lines: [line] }: InvoiceOnBooks): Result<string> {
  const deliverable = line?.deliverable ?? "";
  const work = sowWorkOn(books).find((each) => each.deliverable === deliverable);
  return work !== undefined && work.deposit.coveredMinutes === 0 && line?.creditedAmount === 0
    ? ok(number)
    : refused(rejection("DEPOSIT_USED", { invoice: number, deliverable }));
}

/** The minutes under premiums that an allowance covers: billed again only if they are covered again (LEAD-2). */
const coveredUnder = (books: AccountBooks, premiums: readonly Taken<PremiumSlice>[]): readonly Taken<Slice>[] =>
  books.slices
    .filter(({ place, minutes }) => place.kind === "allowance" && minutes > 0)
    .filter((slice) =>
      premiums.some(
        ({ entry, round, from, minutes }) =>
          entry === slice.entry &&
          round === slice.round &&
          slice.from < from + minutes &&
          slice.from + slice.minutes > from,
      ),
    )
    .map((slice) => ({ ...slice, taken: slice.minutes }));
