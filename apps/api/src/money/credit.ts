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
  type ActivePremium,
  type ActiveSlice,
  type Books,
  type EntryRecord,
  type InvoiceRecord,
  type LineRecord,
  orNotFound,
  orRefuse,
  premiumOn,
  Refused,
} from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";
import { sowWorkOf } from "../deliverables/sow-work.ts";
import { tellStanding } from "../messages/tell.ts";
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

type TakenSlice = ActiveSlice & { readonly taken: number };
type TakenPremium = ActivePremium & { readonly taken: number };

/** What is credited of one line of work or hours; `slices` names the minutes, else the latest work of the line goes back first. */
interface LineCredit {
  readonly line: number;
  readonly minutes: number;
  readonly slices?: readonly TakenSlice[];
}

interface CreditRequest {
  readonly invoice: InvoiceRecord;
  readonly lines: readonly LineCredit[];
  /** Premium minutes to credit, whatever lines they are on; with `rebill` those of the lines' minutes are added. */
  readonly premium: readonly TakenPremium[];
  /** Covered minutes that return to where they came from, so that their premium can be billed again. */
  readonly covered?: readonly TakenSlice[];
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
    const creditMemo = await credit(books, applier(books, account, head.seq), {
      ...input,
      ...(await creditOfLine(books, invoice, input)),
      invoice,
      voids: false,
      today,
    });
    await tellStanding(books, await accountOf(books, account), today);
    return { answer: { creditMemo }, data: { creditMemo }, effectiveOn: today };
  });
}

/** A premium alone can only be waived: it is billed again with its labor. A deposit is money, and so is an opening invoice: they have no minutes (LEAD-8, DLV-3). */
async function creditOfLine(
  books: Books,
  { account, number }: InvoiceRecord,
  { line, minutes, reason }: z.infer<typeof IssueCredit>,
): Promise<Pick<CreditRequest, "lines" | "premium">> {
  const { kind } = lineOf(await books.invoices.lines(account, number), number, line);
  if (kind === "deposit") throw new Refused(rejection("DEPOSIT_LINE", { invoice: number, line }));
  if (kind === "opening") throw new Refused(rejection("OPENING_LINE", { invoice: number, line }));
  if (kind !== "premium") return { lines: [{ line, minutes }], premium: [] };
  if (reason === "rebill") throw new Refused(rejection("PREMIUM_NOT_REBILLED", { invoice: number, line }));
  const premium = lastMinutes(await books.premiumSlices.ofInvoice(account, number, line), minutes);
  const left = premium.reduce((sum, { taken }) => sum + taken, 0);
  if (left < minutes) throw new Refused(rejection("CREDIT_EXCEEDS_LINE", { invoice: number, line, minutes, left }));
  return { lines: [], premium };
}

/** Credits all that is left of an invoice and links the two (INV-3). */
export async function voidInvoice(ctx: SignedIn, input: z.infer<typeof VoidInvoice>) {
  const { account } = await ctx.store.read(async (books) => invoiceOf(books, input.number));
  return ctx.store.write(commandOf(ctx, account, "invoice.voided", input), async (books, head) => {
    const today = await businessDay(ctx, books, await accountOf(books, account));
    const invoice = await invoiceOf(books, input.number);
    if (invoice.kind === "deposit") await checkDepositUnused(books, invoice);
    const charged = (await books.invoices.lines(account, invoice.number)).filter(({ kind }) => kind !== "premium");
    const premium = wholePremiums(await books.premiumSlices.ofInvoice(account, invoice.number));
    const left = charged.map(({ line, minutes, creditedMinutes }) => ({ line, minutes: minutes - creditedMinutes }));
    // Without anything left there is nothing to void: its lines say so themselves.
    const some = premium.length > 0 || left.some(({ minutes }) => minutes > 0);
    if (!some && charged.length === 0 && invoice.voidedBy === null) throw await nothingToVoid(books, invoice);
    const lines =
      some || isMoney(invoice)
        ? left.filter(({ minutes }) => minutes > 0 || isMoney(invoice))
        : charged.map(({ line, minutes }) => ({ line, minutes }));
    const covered = input.reason === "rebill" ? await coveredUnder(books, account, premium) : [];
    const creditMemo = await credit(books, applier(books, account, head.seq), {
      ...{ ...input, invoice, lines, premium, covered },
      // An amount of another system has no minutes that could be billed again.
      ...(invoice.kind === "opening" ? { reason: "waive" as const } : {}),
      voids: true,
      today,
    });
    await books.invoices.markVoided(account, invoice.number, creditMemo.number);
    await tellStanding(books, await accountOf(books, account), today);
    return { answer: { creditMemo }, data: { creditMemo }, effectiveOn: today };
  });
}

/** An invoice of premiums alone, all of them credited: without this its memo would name nothing. */
async function nothingToVoid(books: Books, { account, number }: InvoiceRecord): Promise<Refused> {
  const [{ line, minutes } = { line: 1, minutes: 0 }] = await books.invoices.lines(account, number);
  return new Refused(rejection("CREDIT_EXCEEDS_LINE", { invoice: number, line, minutes, left: 0 }));
}

/** Its lines are amounts without minutes. */
const isMoney = ({ kind }: Pick<LineRecord | InvoiceRecord, "kind">): boolean =>
  kind === "deposit" || kind === "opening";

const wholePremiums = (premiums: readonly ActivePremium[]): readonly TakenPremium[] =>
  premiums.filter(({ minutes }) => minutes > 0).map((each) => ({ ...each, taken: each.minutes }));

/** Money that covered time already stays where it is; so does what was given back (DLV-3). */
async function checkDepositUnused(books: Books, { account, number }: InvoiceRecord): Promise<void> {
  const [line] = await books.invoices.lines(account, number);
  const deliverable = line?.deliverable ?? "";
  const work = (await sowWorkOf(books, account)).find((each) => each.deliverable === deliverable);
  if (work !== undefined && work.deposit.coveredMinutes === 0 && line?.creditedAmount === 0) return;
  throw new Refused(rejection("DEPOSIT_USED", { invoice: number, deliverable }));
}

/** The minutes under premiums that an allowance covers: billed again only if they are covered again (LEAD-2). */
async function coveredUnder(
  books: Books,
  account: string,
  premiums: readonly TakenPremium[],
): Promise<readonly TakenSlice[]> {
  const slices = await books.slices.ofEntries(account, [...new Set(premiums.map(({ entry }) => entry))]);
  return slices
    .filter(({ kind, minutes }) => kind === "allowance" && minutes > 0)
    .filter((slice) =>
      premiums.some(
        ({ entry, round, from_minute: from, minutes }) =>
          entry === slice.entry &&
          round === slice.round &&
          slice.from_minute < from + minutes &&
          slice.from_minute + slice.minutes > from,
      ),
    )
    .map((slice) => ({ ...slice, taken: slice.minutes }));
}

/**
 * Takes all slices of an entry back: invoiced ones and premiums by credit memos, one for each invoice; the others return
 * to where they came from (INV-3). Gives the memos' numbers.
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
  await returnCovered(
    books,
    account,
    whole.filter(({ kind }) => kind !== "invoice"),
    today,
  );
  const numbers: string[] = [];
  const money = applier(books, account, sequence);
  const invoiced = whole.filter(({ kind }) => kind === "invoice");
  const premiums = wholePremiums(await books.premiumSlices.ofEntries(account, [entry.id]));
  for (const number of new Set([...invoiced, ...premiums].map(({ invoice }) => invoice ?? ""))) {
    const invoice = await invoiceOf(books, number);
    const slices = invoiced.filter((slice) => slice.invoice === number);
    const lines = [...Map.groupBy(slices, ({ line }) => line ?? 0)].map(([line, own]) => ({
      line,
      minutes: own.reduce((sum, { taken }) => sum + taken, 0),
      slices: own,
    }));
    const premium = premiums.filter((each) => each.invoice === number);
    const memo = await credit(books, money, { invoice, lines, premium, reason: "rebill", note, voids: false, today });
    numbers.push(memo.number);
  }
  return numbers;
}

/** Covered minutes go back to their own grant or deposit (INV-3); what of a deposit is used follows from its slices. */
async function returnCovered(
  books: Books,
  account: string,
  covered: readonly TakenSlice[],
  today: string,
): Promise<void> {
  await books.slices.giveBack(covered, { credit_memo: null, reason: "rebill", returned_on: today });
  const byGrant = Map.groupBy(
    covered.filter(({ grant_id }) => grant_id !== null),
    ({ grant_id }) => grant_id ?? "",
  );
  await books.allowances.freeze(
    account,
    new Map([...byGrant].map(([grant, own]) => [grant, -own.reduce((sum, { taken }) => sum + taken, 0)])),
  );
}

export const invoiceOf = async (books: Books, number: string): Promise<InvoiceRecord> =>
  orNotFound(await books.invoices.find(number), "invoice", number);

const lineOf = (lines: readonly LineRecord[], invoice: string, line: number): LineRecord =>
  orNotFound(
    lines.find((each) => each.line === line),
    `line of ${invoice}`,
    String(line),
  );

async function credit(
  books: Books,
  money: Applier,
  { invoice, lines, premium, covered = [], reason, note, voids, today }: CreditRequest,
): Promise<CreditMemo & { readonly unapplied: number }> {
  const { account } = invoice;
  if (invoice.voidedBy !== null)
    throw new Refused(rejection("INVOICE_VOIDED", { invoice: invoice.number, creditMemo: invoice.voidedBy }));
  const charged = await books.invoices.lines(account, invoice.number);
  const taken: { readonly line: CreditLine; readonly slices: readonly TakenSlice[] }[] = [];
  for (const wanted of lines) {
    const line = lineOf(charged, invoice.number, wanted.line);
    const amount = amountOf(invoice.number, line, wanted.minutes);
    if (line.kind === "allowance" && reason === "rebill") await takeBackHours(books, invoice, line, wanted.minutes);
    const slices =
      wanted.slices ?? lastMinutes(await books.slices.ofLine(account, invoice.number, line.line), wanted.minutes);
    await books.invoices.creditLine(account, invoice.number, line.line, wanted.minutes, amount);
    taken.push({ line: creditLineOf(line, wanted.minutes, amount, slices), slices });
  }
  const slices = taken.flatMap((each) => each.slices);
  const onMinutes =
    reason === "rebill" && premium.length === 0
      ? premiumOn(await books.premiumSlices.ofInvoice(account, invoice.number), slices)
      : [];
  const premiums = await creditPremiums(books, invoice, charged, [...premium, ...onMinutes]);
  const number = await books.numbers.next("credit-memo");
  await books.slices.giveBack(slices, { credit_memo: number, reason, returned_on: today });
  await returnCovered(books, account, covered, today);
  if (reason === "rebill") await reopen(books, account, [...slices, ...covered]);
  const credited = [...taken.map(({ line }) => line), ...premiums].toSorted((a, b) => a.line - b.line);
  const total = credited.reduce((sum, { amount }) => sum + amount, 0);
  const memo: CreditMemo = {
    number,
    account,
    invoice: invoice.number,
    issuedOn: today,
    reason,
    note,
    voids,
    currency: invoice.currency,
    lines: credited,
    total,
  };
  await books.creditMemos.insert(memo, total);
  const unapplied = await money.spread("credit-memo", number, total, today, invoice.number);
  await books.applications.take(account, "credit-memo", number, total - unapplied);
  return { ...memo, unapplied };
}

/** What crediting minutes of a line comes to; a deposit and an opening amount have none and are credited whole. */
function amountOf(invoice: string, charged: LineRecord, minutes: number): number {
  const { line, ratePerHour, settled } = charged;
  const amount = charged.amount - charged.creditedAmount;
  if (isMoney(charged)) return amount;
  const left = charged.minutes - charged.creditedMinutes;
  return orRefuse(creditAmount({ invoice, line, ratePerHour, minutes: left, amount, settled }, minutes));
}

/** Credits premium minutes, line by line (LEAD-8). */
async function creditPremiums(
  books: Books,
  { account, number }: InvoiceRecord,
  charged: readonly LineRecord[],
  premiums: readonly TakenPremium[],
): Promise<readonly CreditLine[]> {
  const credited: CreditLine[] = [];
  for (const [at, own] of Map.groupBy(premiums, ({ line }) => line)) {
    const line = lineOf(charged, number, at);
    const minutes = own.reduce((sum, { taken }) => sum + taken, 0);
    const amount = amountOf(number, line, minutes);
    await books.invoices.creditLine(account, number, at, minutes, amount);
    credited.push({ ...creditLineOf(line, minutes, amount, own), clauses: ["INV-3", "LEAD-8", "RATE-5"] });
  }
  await books.premiumSlices.credit(premiums);
  return credited;
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
    clauses: kind === "deposit" ? ["INV-3", "DLV-3"] : kind === "opening" ? ["INV-3"] : ["INV-3", "RATE-5"],
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
