import { grantId } from "../allowances/grants.ts";
import { type CreditLine, type CreditReason, creditAmount, lastMinutes } from "../invoices/credit-memo.ts";
import { isMoney, type LineRecord } from "../invoices/invoice-record.ts";
import { type PremiumSlice, premiumOn } from "../minutes/premium-slice.ts";
import { type Slice, type Taken, takingBack } from "../minutes/slice.ts";
import type { Day } from "../values/day.ts";
import { addMonths } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Cents } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { AccountBooks, InvoiceOnBooks } from "./books.ts";
import { issueMemo, type MemoIssued } from "./issue-memo.ts";
import { type Ledger, post } from "./ledger.ts";
import type { Posting } from "./posting.ts";

/** What is credited of one line of work or hours; `slices` names the minutes, else the latest work of the line goes back first. */
export interface LineCredit {
  readonly line: number;
  readonly minutes: Minutes;
  readonly slices?: readonly Taken<Slice>[];
}

export interface CreditRequest {
  readonly invoice: string;
  readonly lines: readonly LineCredit[];
  /** Premium minutes to credit, whatever lines they are on; with `rebill` those of the lines' minutes are added. */
  readonly premium: readonly Taken<PremiumSlice>[];
  /** Covered minutes that return to where they came from, so that their premium can be billed again. */
  readonly covered?: readonly Taken<Slice>[];
  readonly reason: CreditReason;
  readonly note: string;
  readonly voids: boolean;
  readonly today: Day;
}

/**
 * Credits minutes of one line with a memo that names them (INV-3). A premium alone can only be waived: it is billed again
 * with its labor. A deposit is money, and so is an opening invoice: they have no minutes (LEAD-8, DLV-3).
 * The books need the invoice with the slices and premiums of the line, their entries, and every open invoice.
 */
export function creditLine(
  ledger: Ledger,
  { line, minutes, ...request }: Omit<CreditRequest, "lines" | "premium" | "covered" | "voids"> & LineCredit,
): Result<MemoIssued> {
  const { invoice, reason } = request;
  const found = lineOf(ledger.books, invoice, line);
  if (!found.ok) return found;
  const { kind } = found.value;
  if (kind === "deposit") return refused(rejection("DEPOSIT_LINE", { invoice, line }));
  if (kind === "opening") return refused(rejection("OPENING_LINE", { invoice, line }));
  const whole = { ...request, voids: false };
  if (kind !== "premium") return credit(ledger, { ...whole, lines: [{ line, minutes }], premium: [] });
  if (reason === "rebill") return refused(rejection("PREMIUM_NOT_REBILLED", { invoice, line }));
  const premium = lastMinutes(premiumsOn(ledger.books, invoice, line), minutes);
  const left = premium.reduce((sum, { taken }) => sum + taken, 0);
  if (left < minutes) return refused(rejection("CREDIT_EXCEEDS_LINE", { invoice, line, minutes, left }));
  return credit(ledger, { ...whole, lines: [], premium });
}

/** Credits lines and premiums of one invoice by one memo (INV-3). */
export function credit(ledger: Ledger, request: CreditRequest): Result<MemoIssued> {
  const { invoice: number, lines, premium, covered = [], reason, note, voids, today } = request;
  const invoice = ledger.books.invoices.get(number);
  if (invoice === undefined) return refused(rejection("NOT_FOUND", { what: "invoice", id: number }));
  if (invoice.voidedBy !== null)
    return refused(rejection("INVOICE_VOIDED", { invoice: number, creditMemo: invoice.voidedBy }));
  const parts: LinePart[] = [];
  for (const wanted of lines) {
    const part = creditedPart(ledger.books, invoice, wanted, reason);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const slices = parts.flatMap((part) => part.slices);
  const onMinutes =
    reason === "rebill" && premium.length === 0 ? premiumOn(premiumsOn(ledger.books, number), slices) : [];
  const premiums = [...premium, ...onMinutes];
  const premiumParts = creditedPremiums(ledger.books, invoice, premiums);
  if (!premiumParts.ok) return premiumParts;
  const credited = [...parts, ...premiumParts.value];
  const charged = post(
    ledger,
    ...credited.flatMap(({ postings }) => postings),
    ...(premiums.length === 0 ? [] : [{ type: "premium-credited" as const, slices: premiums }]),
  );
  const documents = issueMemo(
    charged,
    invoice,
    credited.map(({ line }) => line),
    { reason, note, voids, issuedOn: today },
  );
  const given = takingBack(slices, {
    target: reason === "rebill" ? { kind: "open" } : { kind: "written-off" },
    on: today,
    clause: "INV-3",
    creditMemo: documents.memo.number,
  });
  const back = returnCovered(post(documents.ledger, { type: "minutes-moved", moves: given }), covered, today);
  return ok({ ...documents, ledger: reason === "rebill" ? reopen(back, [...slices, ...covered]) : back });
}

/** Covered minutes go back to their own grant or deposit (INV-3). */
export const returnCovered = (ledger: Ledger, covered: readonly Taken<Slice>[], today: Day): Ledger =>
  covered.length === 0
    ? ledger
    : post(ledger, {
        type: "minutes-moved",
        moves: takingBack(covered, { target: { kind: "open" }, on: today, clause: "INV-3", creditMemo: null }),
      });

/** Minutes credited for re-billing become open again, in a new round of their entry (INV-3). */
function reopen(ledger: Ledger, slices: readonly Taken<Slice>[]): Ledger {
  const changes = [...Map.groupBy(slices, ({ entry }) => entry)].flatMap(([id, own]): readonly Posting[] => {
    const before = ledger.books.entries.get(id);
    if (before === undefined) return [];
    const openMinutes = own.reduce((sum, { taken }) => sum + taken, before.openMinutes);
    const after = { ...before, openMinutes, round: before.round + 1, roundFrom: 0, version: before.version + 1 };
    return [{ type: "time-changed", before, after }];
  });
  return post(ledger, ...changes);
}

interface LinePart {
  readonly line: CreditLine;
  readonly slices: readonly Taken<Slice>[];
  readonly postings: readonly Posting[];
}

function creditedPart(
  books: AccountBooks,
  invoice: InvoiceOnBooks,
  wanted: LineCredit,
  reason: CreditReason,
): Result<LinePart> {
  const { number } = invoice;
  const found = lineOf(books, number, wanted.line);
  if (!found.ok) return found;
  const line = found.value;
  const amount = creditedAmount(number, line, wanted.minutes);
  if (!amount.ok) return amount;
  const hours = line.kind === "allowance" && reason === "rebill";
  const unused = hours ? checkUnused(books, number, line, wanted.minutes) : ok(wanted.minutes);
  if (!unused.ok) return unused;
  const slices = wanted.slices ?? lastMinutes(slicesOn(books, number, line.line), wanted.minutes);
  return ok({
    line: creditLineOf(line, wanted.minutes, amount.value, slices),
    slices,
    postings: [
      ...(hours ? [{ type: "hours-taken-back" as const, invoice: number, minutes: wanted.minutes }] : []),
      { type: "line-credited", invoice: number, line: line.line, minutes: wanted.minutes, amount: amount.value },
    ],
  });
}

/** Credits premium minutes, line by line (LEAD-8). */
function creditedPremiums(
  books: AccountBooks,
  { number }: InvoiceOnBooks,
  premiums: readonly Taken<PremiumSlice>[],
): Result<readonly Pick<LinePart, "line" | "postings">[]> {
  const parts: Pick<LinePart, "line" | "postings">[] = [];
  for (const [at, own] of Map.groupBy(premiums, ({ line }) => line)) {
    const found = lineOf(books, number, at);
    if (!found.ok) return found;
    const minutes = own.reduce((sum, { taken }) => sum + taken, 0);
    const amount = creditedAmount(number, found.value, minutes);
    if (!amount.ok) return amount;
    const line = creditLineOf(found.value, minutes, amount.value, own);
    parts.push({
      line: { ...line, clauses: ["INV-3", "LEAD-8", "RATE-5"] },
      postings: [{ type: "line-credited", invoice: number, line: at, minutes, amount: amount.value }],
    });
  }
  return ok(parts);
}

/** What crediting minutes of a line comes to; a deposit and an opening amount have none and are credited whole. */
function creditedAmount(invoice: string, charged: LineRecord, minutes: Minutes): Result<Cents> {
  const { line, ratePerHour, settled } = charged;
  const amount = charged.amount - charged.creditedAmount;
  if (isMoney(charged)) return ok(amount);
  const left = charged.minutes - charged.creditedMinutes;
  return creditAmount({ invoice, line, ratePerHour, minutes: left, amount, settled }, minutes);
}

/** Hours that are credited for re-billing are no longer sold; used ones cannot be taken back (ALW-3). */
function checkUnused(books: AccountBooks, invoice: string, line: LineRecord, minutes: Minutes): Result<Minutes> {
  const sale = books.sales.find((each) => each.invoice === invoice);
  if (sale === undefined) return ok(minutes);
  const allowance = line.allowance ?? "";
  const rest = sale.month === null ? 0 : (books.frozen.get(grantId(allowance, addMonths(sale.month, 1), true)) ?? 0);
  const used = (books.frozen.get(grantId(allowance, sale.month)) ?? 0) + rest;
  const left = line.minutes - sale.returnedMinutes - used;
  return minutes > left
    ? refused(rejection("CREDIT_EXCEEDS_UNUSED", { allowance, minutes, left: Math.max(0, left) }))
    : ok(minutes);
}

function creditLineOf(
  { line, kind, deliverable, ratePerHour }: LineRecord,
  minutes: Minutes,
  amount: Cents,
  slices: readonly { readonly entry: string; readonly taken: Minutes }[],
): CreditLine {
  return {
    line,
    kind,
    ...(deliverable === null ? {} : { deliverable }),
    minutes,
    ratePerHour,
    amount,
    clauses: kind === "deposit" ? ["INV-3", "DLV-3"] : kind === "opening" ? ["INV-3"] : ["INV-3", "RATE-5"],
    slices: slices.map(({ entry, taken }) => ({ entry, minutes: taken })),
  };
}

/** A line of an invoice on the books. */
export function lineOf(books: AccountBooks, invoice: string, line: number): Result<LineRecord> {
  const found = books.invoices.get(invoice)?.lines.find((each) => each.line === line);
  return found === undefined
    ? refused(rejection("NOT_FOUND", { what: `line of ${invoice}`, id: String(line) }))
    : ok(found);
}

/** The slices of a line that still stand, oldest work first. */
export const slicesOn = (books: AccountBooks, invoice: string, line: number): readonly Slice[] =>
  books.slices.filter(({ place }) => place.kind === "invoice" && place.invoice === invoice && place.line === line);

/** The premium minutes of an invoice, or of one line of it, oldest work first. */
export const premiumsOn = (books: AccountBooks, invoice: string, line?: number): readonly PremiumSlice[] =>
  books.premiums.filter((each) => each.invoice === invoice && (line === undefined || each.line === line));
