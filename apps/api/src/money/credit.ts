import {
  addMonths,
  type CreditLine,
  type CreditMemo,
  CreditReason,
  creditAmount,
  grantId,
  lastMinutes,
  Note,
  rejection,
} from "@cimpro/domain";
import {
  type ActiveSlice,
  type Books,
  type EntryRecord,
  type InvoiceRecord,
  type LineRecord,
  orNotFound,
  orRefuse,
  Refused,
} from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";
import { type Applier, applier } from "./apply.ts";

export const IssueCredit = z.object({
  number: z.string().max(40),
  line: z.int().min(1),
  minutes: z.int().min(1),
  reason: CreditReason,
  note: Note.default(""),
});
export const VoidInvoice = z.object({
  number: z.string().max(40),
  reason: CreditReason.default("rebill"),
  note: Note.default(""),
});

/** What is credited of one line; `slices` names the minutes, else the latest work of the line goes back first. */
interface LineCredit {
  readonly line: number;
  readonly minutes: number;
  readonly slices?: readonly (ActiveSlice & { readonly taken: number })[];
}

interface CreditRequest {
  readonly invoice: InvoiceRecord;
  readonly lines: readonly LineCredit[];
  readonly reason: CreditReason;
  readonly note: string;
  readonly voids: boolean;
  readonly today: string;
}

/** Credits minutes of one line with a memo that names them (INV-3). */
export async function issueCredit(ctx: SignedIn, input: z.infer<typeof IssueCredit>) {
  const { account } = await ctx.store.read(async (books) => invoiceOf(books, input.number));
  return ctx.store.write(commandOf(ctx, account, "credit-memo.issued", input), async (books, head) => {
    const today = await businessDay(ctx, books, await accountOf(books, account));
    const invoice = await invoiceOf(books, input.number);
    const lines = [{ line: input.line, minutes: input.minutes }];
    const creditMemo = await credit(books, applier(books, account, head.seq), {
      ...input,
      invoice,
      lines,
      voids: false,
      today,
    });
    return { answer: { creditMemo }, data: { creditMemo }, effectiveOn: today };
  });
}

/** Credits all that is left of an invoice and links the two (INV-3). */
export async function voidInvoice(ctx: SignedIn, input: z.infer<typeof VoidInvoice>) {
  const { account } = await ctx.store.read(async (books) => invoiceOf(books, input.number));
  return ctx.store.write(commandOf(ctx, account, "invoice.voided", input), async (books, head) => {
    const today = await businessDay(ctx, books, await accountOf(books, account));
    const invoice = await invoiceOf(books, input.number);
    const charged = await books.invoices.lines(account, invoice.number);
    const left = charged.map(({ line, minutes, creditedMinutes }) => ({ line, minutes: minutes - creditedMinutes }));
    // Without any minutes left there is nothing to void: its lines say so themselves.
    const lines = left.some(({ minutes }) => minutes > 0)
      ? left.filter(({ minutes }) => minutes > 0)
      : charged.map(({ line, minutes }) => ({ line, minutes }));
    const creditMemo = await credit(books, applier(books, account, head.seq), {
      ...input,
      invoice,
      lines,
      voids: true,
      today,
    });
    await books.invoices.markVoided(account, invoice.number, creditMemo.number);
    return { answer: { creditMemo }, data: { creditMemo }, effectiveOn: today };
  });
}

/**
 * Takes all slices of an entry back: invoiced ones by credit memos, one for each invoice; the others return to where
 * they came from (INV-3). Gives the memos' numbers.
 */
export async function creditSlicesOf(
  books: Books,
  sequence: number,
  entry: EntryRecord,
  today: string,
  note: string,
): Promise<readonly string[]> {
  const { account } = entry;
  const standing = (await books.slices.ofEntries(account, [entry.id])).filter(({ minutes }) => minutes > 0);
  const whole = standing.map((slice) => ({ ...slice, taken: slice.minutes }));
  const covered = whole.filter(({ kind }) => kind !== "invoice");
  await books.slices.giveBack(covered, { credit_memo: null, reason: "rebill", returned_on: today });
  await books.allowances.freeze(
    account,
    new Map(
      [
        ...Map.groupBy(
          covered.filter(({ grant_id }) => grant_id !== null),
          ({ grant_id }) => grant_id ?? "",
        ),
      ].map(([grant, own]) => [grant, -own.reduce((sum, { taken }) => sum + taken, 0)]),
    ),
  );
  const numbers: string[] = [];
  const money = applier(books, account, sequence);
  const invoiced = Map.groupBy(
    whole.filter(({ kind }) => kind === "invoice"),
    ({ invoice }) => invoice ?? "",
  );
  for (const [number, slices] of invoiced) {
    const invoice = await invoiceOf(books, number);
    const lines = [...Map.groupBy(slices, ({ line }) => line ?? 0)].map(([line, own]) => ({
      line,
      minutes: own.reduce((sum, { taken }) => sum + taken, 0),
      slices: own,
    }));
    const memo = await credit(books, money, { invoice, lines, reason: "rebill", note, voids: false, today });
    numbers.push(memo.number);
  }
  return numbers;
}

export const invoiceOf = async (books: Books, number: string): Promise<InvoiceRecord> =>
  orNotFound(await books.invoices.find(number), "invoice", number);

async function credit(
  books: Books,
  money: Applier,
  { invoice, lines, reason, note, voids, today }: CreditRequest,
): Promise<CreditMemo & { readonly unapplied: number }> {
  const { account } = invoice;
  if (invoice.voidedBy !== null)
    throw new Refused(rejection("INVOICE_VOIDED", { invoice: invoice.number, creditMemo: invoice.voidedBy }));
  const charged = await books.invoices.lines(account, invoice.number);
  const taken: { readonly line: CreditLine; readonly slices: readonly (ActiveSlice & { readonly taken: number })[] }[] =
    [];
  for (const wanted of lines) {
    const line = orNotFound(
      charged.find((each) => each.line === wanted.line),
      `line of ${invoice.number}`,
      String(wanted.line),
    );
    const left = { minutes: line.minutes - line.creditedMinutes, amount: line.amount - line.creditedAmount };
    const amount = orRefuse(
      creditAmount(
        { invoice: invoice.number, line: line.line, ratePerHour: line.ratePerHour, ...left },
        wanted.minutes,
      ),
    );
    if (line.kind === "allowance" && reason === "rebill") await takeBackHours(books, invoice, line, wanted.minutes);
    const slices =
      wanted.slices ?? lastMinutes(await books.slices.ofLine(account, invoice.number, line.line), wanted.minutes);
    await books.invoices.creditLine(account, invoice.number, line.line, wanted.minutes, amount);
    taken.push({ line: creditLineOf(line, wanted.minutes, amount, slices), slices });
  }
  const number = await books.numbers.next("credit-memo");
  const slices = taken.flatMap((each) => each.slices);
  await books.slices.giveBack(slices, { credit_memo: number, reason, returned_on: today });
  if (reason === "rebill") await reopen(books, account, slices);
  const total = taken.reduce((sum, { line }) => sum + line.amount, 0);
  const memo: CreditMemo = {
    number,
    account,
    invoice: invoice.number,
    issuedOn: today,
    reason,
    note,
    voids,
    currency: invoice.currency,
    lines: taken.map(({ line }) => line),
    total,
  };
  await books.creditMemos.insert(memo, total);
  const unapplied = await money.spread("credit-memo", number, total, today, invoice.number);
  await books.applications.take(account, "credit-memo", number, total - unapplied);
  return { ...memo, unapplied };
}

function creditLineOf(
  { line, kind, deliverable, ratePerHour }: LineRecord,
  minutes: number,
  amount: number,
  slices: readonly { readonly entry: string; readonly taken: number }[],
): CreditLine {
  return {
    line,
    kind,
    ...(deliverable === null ? {} : { deliverable }),
    minutes,
    ratePerHour,
    amount,
    clauses: ["INV-3", "RATE-5"],
    slices: slices.map(({ entry, taken }) => ({ entry, minutes: taken })),
  };
}

/** Minutes credited for re-billing become open again, in a new round of their entry (INV-3). */
async function reopen(
  books: Books,
  account: string,
  slices: readonly { readonly entry: string; readonly taken: number }[],
): Promise<void> {
  for (const [id, own] of Map.groupBy(slices, ({ entry }) => entry)) {
    const entry = orNotFound(await books.entries.find(account, id), "time entry", id);
    const minutes = own.reduce((sum, { taken }) => sum + taken, 0);
    await books.entries.update(entry, {
      ...entry,
      openMinutes: entry.openMinutes + minutes,
      round: entry.round + 1,
      roundFrom: 0,
      version: entry.version + 1,
    });
  }
}

/** Hours that are credited for re-billing are no longer sold; used ones cannot be taken back (ALW-3). */
async function takeBackHours(books: Books, invoice: InvoiceRecord, line: LineRecord, minutes: number): Promise<void> {
  const { account } = invoice;
  const sale = (await books.allowances.sales(account)).find((each) => each.invoice === invoice.number);
  const allowance = line.allowance ?? "";
  if (sale === undefined) return;
  const frozen = await books.allowances.frozen(account);
  const rest = sale.month === null ? 0 : (frozen.get(grantId(allowance, addMonths(sale.month, 1), true)) ?? 0);
  const used = (frozen.get(grantId(allowance, sale.month)) ?? 0) + rest;
  const left = line.minutes - line.creditedMinutes - used;
  if (minutes > left)
    throw new Refused(rejection("CREDIT_EXCEEDS_UNUSED", { allowance, minutes, left: Math.max(0, left) }));
  await books.allowances.takeBack(account, invoice.number, minutes);
}
