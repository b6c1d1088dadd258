import { addDays, type Invoice, policyOn } from "@cimpro/domain";
import { type Books, type InvoiceRecord, orNotFound } from "@cimpro/store";

/** What became of an invoice. `past-due` from the day after issue and grace (INV-5). */
export type InvoiceStatus = "open" | "past-due" | "paid" | "suspended" | "voided";

export interface InvoiceSummary {
  readonly number: string;
  readonly kind: InvoiceRecord["kind"];
  readonly account: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly period: InvoiceRecord["period"];
  readonly currency: string;
  readonly total: number;
  readonly balance: number;
  readonly status: InvoiceStatus;
}

export const invoiceSummary = (invoice: InvoiceRecord, pastDueBefore: string): InvoiceSummary => ({
  number: invoice.number,
  kind: invoice.kind,
  account: invoice.account,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  period: invoice.period,
  currency: invoice.currency,
  total: invoice.total,
  balance: invoice.balance,
  status: statusOf(invoice, pastDueBefore),
});

function statusOf(invoice: InvoiceRecord, pastDueBefore: string): InvoiceStatus {
  if (invoice.voidedBy !== null) return "voided";
  if (invoice.balance === 0) return "paid";
  if (invoice.suspended) return "suspended";
  return invoice.issuedOn < pastDueBefore ? "past-due" : "open";
}

/** The issue days before this one are past due on `today` (INV-5). */
export async function pastDueBefore(books: Books, today: string): Promise<string> {
  const { graceDays } = policyOn(await books.policies.all(), today).policy.invoices;
  return addDays(today, -graceDays);
}

/** The document as issued, what was paid and credited of it, and the facts behind its slices. */
export async function invoiceView(books: Books, record: InvoiceRecord, today: string) {
  const { account, number } = record;
  const document: Invoice = orNotFound(await books.invoices.document(number), "invoice", number);
  const slices = Map.groupBy(await books.slices.ofInvoice(account, number), ({ line }) => line);
  const credits = await books.creditMemos.ofInvoice(account, number);
  const applied = await books.applications.ofInvoice(account, number);
  const lines = await books.invoices.lines(account, number);
  return {
    ...document,
    lines: document.lines.map((line) => ({
      ...line,
      slices: (slices.get(line.line) ?? []).map(({ entry, minutes }) => ({ entry, minutes })),
      creditedMinutes: lines[line.line - 1]?.creditedMinutes ?? 0,
      creditedAmount: lines[line.line - 1]?.creditedAmount ?? 0,
    })),
    balance: record.balance,
    status: statusOf(record, await pastDueBefore(books, today)),
    voidedBy: record.voidedBy,
    credits: credits.map(({ memo }) => ({
      number: memo.number,
      total: memo.total,
      issuedOn: memo.issuedOn,
      reason: memo.reason,
    })),
    applications: applied
      .filter(({ reversedOn }) => reversedOn === null)
      .map(({ kind, source, amount, on }) => ({ kind, reference: source, amount, on })),
    entries: await entriesOf(books, record, [...new Set([...slices.values()].flat().map(({ entry }) => entry))]),
  };
}

/** How many entries an invoice lists in full; the others are found through the time list. */
const mostEntries = 500;

/** The facts behind the lines, in the words that the invoice was issued with. */
async function entriesOf(books: Books, { account, number }: InvoiceRecord, ids: readonly string[]) {
  const issued = await books.slices.issuedNotes(account, number);
  const entries: Record<
    string,
    { on: string; worker: string; note: string; deliverable: string | null; minutes: number }
  > = {};
  for (const { id, on, worker, note, deliverable, minutes } of await books.entries.many(
    account,
    ids.slice(0, mostEntries),
  ))
    entries[id] = { on, worker, note: issued.get(id) ?? note, deliverable, minutes };
  return entries;
}
