import type { InvoiceRecord, LineRecord } from "@cimpro/domain";
import type { InvoiceLineRow, InvoiceRow } from "./money-tables.ts";

export type { InvoiceRecord, LineRecord };

/** The columns that a record is made of: all but the document. */
export const summary = [
  "account",
  "number",
  "kind",
  "issued_on",
  "due_on",
  "period_start",
  "period_end",
  "currency",
  "total",
  "balance",
  "suspended",
  "voided_by",
] as const;

export const invoiceFrom = (row: Pick<InvoiceRow, (typeof summary)[number]>): InvoiceRecord => ({
  account: row.account,
  number: row.number,
  kind: row.kind,
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  period:
    row.period_start === null || row.period_end === null ? null : { start: row.period_start, end: row.period_end },
  currency: row.currency,
  total: row.total,
  balance: row.balance,
  suspended: row.suspended === 1,
  voidedBy: row.voided_by,
});

export const lineFrom = (row: InvoiceLineRow): LineRecord => ({
  line: row.line,
  kind: row.kind,
  deliverable: row.deliverable,
  allowance: row.allowance,
  minutes: row.minutes,
  ratePerHour: row.rate_per_hour,
  amount: row.amount,
  creditedMinutes: row.credited_minutes,
  creditedAmount: row.credited_amount,
  settled: row.settled_rate === null ? null : { ratePerHour: row.settled_rate, keptMinutes: row.kept_minutes },
});
