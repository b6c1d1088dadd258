import { z } from "zod";
import { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { blendedAmount, Cents, Currency, RatePerHour } from "../values/money.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { LineKind, SliceRef } from "./charge.ts";

/** `rebill`: the minutes become open again (allowance hours: are taken back). `waive`: they count as written off (INV-3). */
export const CreditReason = z.enum(["rebill", "waive"]);
export type CreditReason = z.infer<typeof CreditReason>;

/** What a memo may say beside what a person chooses: `premium` lowers a premium and leaves its minutes invoiced (LEAD-8). */
export const CreditMemoReason = z.enum([...CreditReason.options, "premium"]);
export type CreditMemoReason = z.infer<typeof CreditMemoReason>;

export const CreditLine = z
  .object({
    /** The line of the invoice that it reverses. */
    line: z.int().min(1),
    kind: LineKind,
    deliverable: z.string().optional(),
    minutes: Minutes,
    ratePerHour: RatePerHour,
    amount: Cents,
    clauses: z.array(z.string()).readonly(),
    /** The very minutes it reverses. */
    slices: z.array(SliceRef).readonly(),
    /** A settlement lowered the premium of these minutes; they stay invoiced (LEAD-8). */
    settles: z.literal(true).optional(),
  })
  .readonly();
export type CreditLine = z.infer<typeof CreditLine>;

/** A correction of an issued invoice; amounts are positive (INV-3). */
export const CreditMemo = z
  .object({
    number: z.string(),
    account: z.string(),
    invoice: z.string(),
    issuedOn: Day,
    reason: CreditMemoReason,
    note: z.string(),
    /** The memo credits all that was left of its invoice: the two are linked (INV-3). */
    voids: z.boolean(),
    currency: Currency,
    lines: z.array(CreditLine).readonly(),
    total: Cents,
  })
  .readonly();
export type CreditMemo = z.infer<typeof CreditMemo>;

/** `CM-000001`: gapless within a practice, given at issue (INV-3). */
export const creditMemoNumber = (count: number): string => `CM-${String(count).padStart(6, "0")}`;

/** What an invoice line still stands for, after earlier credits. */
export interface CreditableLine {
  readonly invoice: string;
  readonly line: number;
  readonly minutes: Minutes;
  readonly ratePerHour: RatePerHour;
  readonly amount: Cents;
  /** What a settlement left of a premium line: the rate of its minutes, but for those that keep the line's own (LEAD-8). */
  readonly settled?: { readonly ratePerHour: RatePerHour; readonly keptMinutes: Minutes } | null;
}

/**
 * The amount of crediting `minutes` of a line: its current amount minus the rounded amount of the minutes that remain,
 * so that credits of a whole line sum to the line to the cent (INV-3).
 */
export function creditAmount(line: CreditableLine, minutes: Minutes): Result<Cents> {
  const left = line.minutes - minutes;
  if (minutes < 1 || left < 0)
    return refused(
      rejection("CREDIT_EXCEEDS_LINE", { invoice: line.invoice, line: line.line, minutes, left: line.minutes }),
    );
  return ok(line.amount - Math.min(line.amount, remainingAmount(line, left)));
}

/** What `minutes` that remain of a line come to, rounded once; the last to go are those that keep the full premium. */
function remainingAmount({ ratePerHour, settled }: CreditableLine, minutes: Minutes): Cents {
  const kept = settled == null ? minutes : Math.min(settled.keptMinutes, minutes);
  return blendedAmount([
    { minutes: kept, ratePerHour },
    { minutes: minutes - kept, ratePerHour: settled?.ratePerHour ?? ratePerHour },
  ]);
}

/** The last `minutes` of a line's slices: the latest work is given back first, each slice at most once. */
export function lastMinutes<S extends { readonly minutes: Minutes }>(
  slices: readonly S[],
  minutes: Minutes,
): readonly (S & { readonly taken: Minutes })[] {
  const taken: (S & { readonly taken: Minutes })[] = [];
  let left = minutes;
  for (const slice of slices.toReversed()) {
    if (left === 0) break;
    const part = Math.min(left, slice.minutes);
    if (part > 0) taken.push({ ...slice, taken: part });
    left -= part;
  }
  return taken.toReversed();
}
