import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { ParsedIssue } from "../values/issue.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { durationCell, hoursCell, minutesCell, type ReadMinutes, secondsCell } from "./import-amount.ts";
import { type Cells, cellReader } from "./import-cells.ts";
import { type ColumnKey, findColumns, type Places } from "./import-columns.ts";
import { billingReader } from "./import-flags.ts";
import type { CsvMap } from "./import-map.ts";
import { type ImportedTime, type RowOutcome, rowRefused } from "./import-outcome.ts";
import type { ImportSettings } from "./import-settings.ts";
import { type Span, whenReader } from "./import-when.ts";
import { whoseReader } from "./import-whose.ts";
import { daysOf } from "./split-days.ts";

/** Reads one record: the time it states, or the first reason why not. */
export type RowReader = (record: readonly string[]) => RowOutcome;

/** How to read the records of a file with these headers. Refused when the file lacks what the map needs. */
export function rowReader(map: CsvMap, headers: readonly string[], settings: ImportSettings = {}): Result<RowReader> {
  const fallback = { ...map.defaults, ...stated(settings) };
  const dispensable: readonly ColumnKey[] = (["account", "worker"] as const).filter((key) => key in fallback);
  const found = findColumns(map.columns, headers, dispensable);
  if (!found.ok) return malformed(found.issues);
  const { places } = found;
  if (places.worker === null && fallback.worker === undefined)
    return malformed([{ path: "columns.worker", message: "the file names no worker; say whose time it is" }]);
  const cells = cellReader(places, map.blank);
  const when = whenReader(map, cells, settings.dateOrder ?? map.date.order ?? null);
  const whoseOf = whoseReader(places, cells, fallback);
  const billingOf = billingReader(map, places, cells, settings.invoiced ?? "settled-elsewhere");
  return ok((record) => {
    const ragged = raggedness(record, headers.length, places);
    if (ragged !== null) return rowRefused("missing-column", ragged);
    const began = when.began(record);
    if (!began.ok) return began;
    const amount = statedAmount(record, map, cells) ?? when.elapsed(record, began);
    const parts = settings.splitDays === true ? daysOf(began, amount) : null;
    if (!amount.ok && parts === null) return amount;
    const whose = whoseOf(record);
    if (!whose.ok) return whose;
    const billing = billingOf(record);
    if (!billing.ok) return billing;
    const { billable, settledElsewhere } = billing;
    const { externalId, account, accountBy, deliverable, worker, note } = whose;
    const days = parts ?? [{ on: began.on, minutes: amount.ok ? amount.minutes : 0 }];
    const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
    const identity = externalId ?? identityOf(whose, began.on, minutes, when.span(record, began));
    const [entry, ...more] = days.map((day, at): ImportedTime => {
      const nth = at === 0 ? "" : ` day ${at + 1}`;
      return {
        ...{ externalId: externalId === null ? null : `${externalId}${nth}`, identity: `${identity}${nth}` },
        ...{ account, accountBy, deliverable, worker, note, billable, settledElsewhere, ...day },
      };
    });
    if (entry === undefined) throw new Error("a row of time has at least one day");
    return more.length === 0 ? { ok: true, entry } : { ok: true, entry, more };
  });
}

/**
 * What stands in for an id of the source: everything that makes the row this work and no other. Whether it is billed is
 * left out, because sources change that later.
 */
export function identityOf(
  whose: Pick<ImportedTime, "account" | "deliverable" | "worker" | "note">,
  on: Day,
  minutes: Minutes,
  span: Span,
): string {
  const { account, deliverable, worker, note } = whose;
  return JSON.stringify([account, deliverable, worker, on, minutes, note, ...span]);
}

/** The first the row states of minutes, duration, hours and seconds; null when it states none. */
function statedAmount(record: readonly string[], map: CsvMap, cells: Cells): ReadMinutes | null {
  const minutes = cells(record, "minutes");
  if (minutes !== "") return minutesCell(minutes, map.decimal);
  const duration = cells(record, "duration");
  if (duration !== "") return durationCell(duration, map.decimal);
  const hours = cells(record, "hours");
  if (hours !== "") return hoursCell(hours, map.decimal);
  const seconds = cells(record, "seconds");
  return seconds === "" ? null : secondsCell(seconds);
}

/** Columns that a row may end before: what they say, a row may leave out. */
const dispensableEnds: readonly ColumnKey[] = ["note", "task", "deliverable", "type"];

/**
 * What is wrong with the number of fields. Blank ones too many at the end are nothing, and a row that ends early has its last
 * columns empty, as long as money and identity do not hang on them: else it may have broken off.
 */
function raggedness(record: readonly string[], expected: number, places: Places): string | null {
  if (record.length === expected) return null;
  if (record.length > expected && record.slice(expected).every((cell) => cell.trim() === "")) return null;
  if (record.length > 1 && record.length < expected) {
    const lacking = Object.entries(places).filter(([, place]) => place?.some((at) => at >= record.length) === true);
    if (lacking.every(([key]) => dispensableEnds.some((each) => each === key))) return null;
  }
  return `the row has ${record.length} fields, the header ${expected}; look for a missing or stray quote or delimiter`;
}

function stated(settings: ImportSettings): Pick<ImportSettings, "account" | "worker"> {
  const { account, worker } = settings;
  return { ...(account === undefined ? {} : { account }), ...(worker === undefined ? {} : { worker }) };
}

const malformed = (issues: readonly ParsedIssue[]) => refused(rejection("MALFORMED", { issues }));
