import { z } from "zod";
import { Slug } from "../values/id.ts";
import { Name, text } from "../values/text.ts";
import { compileDateFormat } from "./date-format.ts";
import { clashAmong, DateOrder } from "./date-order.ts";

const Header = text(200).trim().min(1, "must not be empty");
const Headers = z.array(Header).min(1, "name at least one header").readonly();

/** Where a value stands: a header, a list of headers of which the first found counts, or those words with their options. */
const Column = z.union(
  [
    Header,
    /** Its place in the row, from 1: for files without a header line. */
    z.int().min(1, "columns are counted from 1").max(1000),
    Headers,
    z
      .strictObject({
        names: Headers,
        /** The value is all these cells, with a space between, such as first and last name. */
        join: z.boolean().default(false),
        /** Files without this column are read all the same. */
        optional: z.boolean().default(false),
      })
      .readonly(),
  ],
  { error: 'a column is a header, its place from 1, a list of headers, or {"names": […], "join": …, "optional": …}' },
);
export type Column = z.infer<typeof Column>;

const Columns = z
  .strictObject({
    externalId: Column.optional(),
    account: Column.optional(),
    /** For files that say which account of ours it is, by its id; `account` is what a name is. */
    accountId: Column.optional(),
    deliverable: Column.optional(),
    worker: Column.optional(),
    /** The work date; may carry the time it started. */
    date: Column,
    startTime: Column.optional(),
    /** The day it ended, if it says so; may carry the time. */
    endDate: Column.optional(),
    endTime: Column.optional(),
    minutes: Column.optional(),
    /** `H:MM`, `H:MM:SS` or decimal hours. */
    duration: Column.optional(),
    hours: Column.optional(),
    seconds: Column.optional(),
    note: Column.optional(),
    /** Goes in front of the note. */
    task: Column.optional(),
    billable: Column.optional(),
    invoiced: Column.optional(),
    /** The sort of entry, such as work or break. */
    type: Column.optional(),
  })
  .readonly();

const Format = z.string().max(64);

const Dates = z
  .strictObject({
    formats: z
      .array(Format.superRefine(formatWith("hasDay", "reads no day")))
      .min(1, "state at least one format")
      .readonly(),
    /** For files whose dates do not show it themselves. */
    order: DateOrder.optional(),
    /** What the tool writes unless told otherwise: taken, and said, when the dates of a whole file read both ways. */
    usual: DateOrder.optional(),
    /** Other columns with dates of the same form, which may show the order. */
    witnesses: z.array(Header).readonly().default([]),
  })
  .superRefine(({ formats }, context) => {
    const clash = clashAmong(formats);
    if (clash === null) return;
    const message = `"${clash[0]}" and "${clash[1]}" read the same text as different days; keep one of them`;
    context.addIssue({ code: "custom", path: ["formats"], message });
  })
  .readonly();

const Times = z
  .strictObject({
    formats: z
      .array(Format.superRefine(formatWith("hasTime", "reads no time")))
      .min(1, "state at least one format")
      .readonly(),
  })
  .readonly();

const Words = z.array(text(100).trim().toLowerCase()).readonly();

const Shared = {
  /** The namespace of the file's ids: two files with the same ids that mean different work need different ones. */
  source: Slug,
  /** Whether accounts and deliverables that the books do not have are opened. */
  createMissing: z.boolean().default(false),
  /** What holds where the file says nothing. */
  defaults: z.strictObject({ account: Name.optional(), worker: Name.optional() }).readonly().default({}),
};

const CsvMap = z
  .strictObject({
    format: z.literal("csv"),
    ...Shared,
    source: Slug.default("csv"),
    /** Without one, the header line decides among `,` `;` tab and `|`. */
    delimiter: z
      .string()
      .regex(/^[^"\r\n]$/, "a delimiter is one character, such as a comma, and no quote")
      .optional(),
    /** `false`: the first row is a row like any other, and columns are named by their place. */
    header: z.boolean().default(true),
    /** Lines above the header, such as a title; without it the header is looked for among the first lines. */
    skipLines: z.int().min(0).max(1000).optional(),
    columns: Columns,
    date: Dates,
    time: Times.default({ formats: ["H:mm:ss", "H:mm", "h:mm:ss a", "h:mm a"] }),
    /** `auto` takes a comma or a point, where that cannot be mistaken for one between thousands. */
    decimal: z.enum([".", ",", "auto"]).default("auto"),
    /** Cells that mean nothing is there, beside empty ones. */
    blank: z.array(text(100).trim()).readonly().default([]),
    billableValues: Words.default(["yes", "true", "1", "y", "billable"]),
    nonBillableValues: Words.default(["no", "false", "0", "n", "non-billable", "not billable"]),
    invoicedValues: Words.default(["yes", "true", "1", "y", "invoiced"]),
    notInvoicedValues: Words.default(["", "no", "false", "0", "n", "uninvoiced", "not invoiced"]),
    /** Sorts of entry that are never billable, whatever else the row says. */
    nonBillableTypes: Words.default([]),
  })
  .superRefine(({ columns, header }, context) => {
    if (header) return;
    for (const [key, column] of Object.entries(columns))
      if (column !== undefined && typeof column !== "number")
        context.addIssue({
          code: "custom",
          path: ["columns", key],
          message: "a file without a header has no names; state the place of the column, from 1",
        });
  })
  .superRefine(({ columns, date }, context) => {
    const { minutes, duration, hours, seconds } = columns;
    if (minutes !== undefined || duration !== undefined || hours !== undefined || seconds !== undefined) return;
    const dateHasTime = date.formats.some((pattern) => compiledHas(pattern, "hasTime"));
    const starts = columns.startTime !== undefined || dateHasTime;
    const ends = columns.endTime !== undefined || (columns.endDate !== undefined && dateHasTime);
    if (starts && ends) return;
    const message = "state minutes, duration, hours or seconds, or a start and an end";
    context.addIssue({ code: "custom", path: ["columns"], message });
  })
  .readonly();
export type CsvMap = z.infer<typeof CsvMap>;

const TimeclockMap = z
  .strictObject({ format: z.literal("timeclock"), ...Shared, source: Slug.default("timeclock") })
  .readonly();
export type TimeclockMap = z.infer<typeof TimeclockMap>;

/** How to read another system's file of time: what each column means and how its dates and numbers are written. */
export const ImportMap = z.discriminatedUnion("format", [CsvMap, TimeclockMap]);
export type ImportMap = z.infer<typeof ImportMap>;
/** A map as people write it: with the defaults left out. */
export type WrittenImportMap = z.input<typeof ImportMap>;

const compiledHas = (pattern: string, what: "hasDay" | "hasTime"): boolean => {
  const compiled = compileDateFormat(pattern);
  return compiled.ok && compiled.format[what];
};

function formatWith(what: "hasDay" | "hasTime", lack: string) {
  return (pattern: string, context: z.core.$RefinementCtx<string>): void => {
    const compiled = compileDateFormat(pattern);
    if (!compiled.ok) context.addIssue({ code: "custom", message: compiled.message });
    else if (!compiled.format[what]) context.addIssue({ code: "custom", message: `the format "${pattern}" ${lack}` });
  };
}
