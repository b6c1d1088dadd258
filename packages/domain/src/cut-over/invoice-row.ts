import { z } from "zod";
import { Day } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import { Cents } from "../values/money.ts";
import { Note, text } from "../values/text.ts";
import type { RowLayout } from "./row-reader.ts";

const mostCents = 1_000_000_000_000;

/** An open invoice of another system, under its own number. */
export const InvoiceRow = z
  .strictObject({
    account: Slug,
    number: text(40).regex(
      /^(?=.*[A-Za-z0-9])[!-~]+(?: [!-~]+)*$/,
      "a number has up to 40 plain letters, digits and signs",
    ),
    issuedOn: Day,
    /** As printed on it; the day of issue unless it is stated. */
    dueOn: Day.optional(),
    total: Cents.min(1, "must be more than zero").max(mostCents),
    /** What of it is open. */
    balance: Cents.min(1, "only open invoices are taken over").max(mostCents),
    note: Note.default(""),
  })
  .readonly()
  .refine(({ balance, total }) => balance <= total, { error: "must not be more than the total", path: ["balance"] })
  .refine(({ issuedOn, dueOn = issuedOn }) => dueOn >= issuedOn, {
    error: "must not be before the day of issue",
    path: ["dueOn"],
  });
export type InvoiceRow = z.infer<typeof InvoiceRow>;

export const invoiceFile: RowLayout<InvoiceRow> = {
  row: InvoiceRow,
  columns: [
    { header: "account", field: "account", kind: "text", needed: true },
    { header: "number", field: "number", kind: "text", needed: true },
    { header: "issued on", field: "issuedOn", kind: "day", needed: true },
    { header: "due on", field: "dueOn", kind: "day" },
    { header: "total", field: "total", kind: "amount", needed: true },
    { header: "balance", field: "balance", kind: "amount", needed: true },
    { header: "note", field: "note", kind: "text" },
  ],
};
