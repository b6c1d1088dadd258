import { z } from "zod";
import { Day } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import { RatePerHour } from "../values/money.ts";
import { Note, text } from "../values/text.ts";
import type { RowLayout } from "./row-reader.ts";

/** Pre-paid hours that another system sold: an opening balance, without an invoice here (ALW-7). */
export const AllowanceRow = z
  .strictObject({
    account: Slug,
    /** What the other system calls the purchase: by it the row is known again. */
    id: text(200).min(1, "must not be empty"),
    kind: z.enum(["lump-sum", "monthly"], "must be lump-sum or monthly"),
    /** Left of a lump sum, or granted each month. */
    minutes: z.int().min(1, "must be more than zero").max(6_000_000),
    /** The first day of a lump sum, or a day of the first month. */
    validFrom: Day,
    /** What later months cost; the standard rate of its first day unless it is stated (ALW-3). */
    ratePerHour: RatePerHour.optional(),
    note: Note.default(""),
  })
  .readonly();
export type AllowanceRow = z.infer<typeof AllowanceRow>;

export const allowanceFile: RowLayout<AllowanceRow> = {
  row: AllowanceRow,
  columns: [
    { header: "account", field: "account", kind: "text", needed: true },
    { header: "id", field: "id", kind: "text", needed: true },
    { header: "kind", field: "kind", kind: "text", needed: true },
    { header: "hours", field: "minutes", kind: "hours", needed: true },
    { header: "valid from", field: "validFrom", kind: "day", needed: true },
    { header: "rate per hour", field: "ratePerHour", kind: "amount" },
    { header: "note", field: "note", kind: "text" },
  ],
};
