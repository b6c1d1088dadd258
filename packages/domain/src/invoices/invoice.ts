import { z } from "zod";
import { Day, Period } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { Cents, Currency } from "../values/money.ts";
import { Charge, SliceRef } from "./charge.ts";
import { Party } from "./party.ts";

export const InvoiceLine = z
  .object({ line: z.int().min(1), ...Charge.unwrap().shape, slices: z.array(SliceRef).readonly() })
  .readonly();
export type InvoiceLine = z.infer<typeof InvoiceLine>;

/** How the work of a period was covered before the rest was invoiced; shown beside the lines. */
export const CoverSummary = z
  .object({
    deposit: Minutes,
    allowance: z.array(z.object({ allowance: z.string(), minutes: Minutes }).readonly()).readonly(),
    invoiced: Minutes,
  })
  .readonly();
export type CoverSummary = z.infer<typeof CoverSummary>;

/** `opening`: an open invoice of another system, under its own number. */
export const InvoiceKind = z.enum(["work", "allowance", "deposit", "opening"]);
export type InvoiceKind = z.infer<typeof InvoiceKind>;

/** An invoice without its number: what a draft shows and an issue freezes (INV-3). Amounts in the smallest unit. */
export const InvoiceDraft = z
  .object({
    kind: InvoiceKind,
    account: z.string(),
    issuedOn: Day,
    /** Due upon receipt: the day of issue (INV-2). */
    dueOn: Day,
    /** Half-open; null for a lump sum or a deposit. */
    period: Period.nullable(),
    parties: z.object({ from: Party, to: Party }).readonly(),
    currency: Currency,
    policy: z.object({ id: z.string(), version: z.int() }).readonly(),
    lines: z.array(InvoiceLine).readonly(),
    cover: CoverSummary.nullable(),
    subtotal: Cents,
    tax: Cents,
    total: Cents,
  })
  .readonly();
export type InvoiceDraft = z.infer<typeof InvoiceDraft>;

/** An issued invoice: it never changes (INV-3). */
export const Invoice = z.object({ number: z.string(), ...InvoiceDraft.unwrap().shape }).readonly();
export type Invoice = z.infer<typeof Invoice>;

/** `INV-000001`: gapless within a practice, given at issue (INV-3). */
export const invoiceNumber = (count: number): string => `INV-${String(count).padStart(6, "0")}`;

/** The lines with their numbers and the totals they add up to. No tax by default (INV-3). */
export function totalled<L extends { readonly amount: number }>(
  lines: readonly L[],
): {
  readonly lines: readonly (L & { readonly line: number })[];
  readonly subtotal: number;
  readonly tax: number;
  readonly total: number;
} {
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  return { lines: lines.map((line, at) => ({ line: at + 1, ...line })), subtotal, tax: 0, total: subtotal };
}
