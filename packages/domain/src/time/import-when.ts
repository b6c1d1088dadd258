import { type Day, daysBetween, firstDay } from "../values/day.ts";
import type { DateFormat, ReadMoment } from "./date-format.ts";
import { type DateOrder, formatsInOrder } from "./date-order.ts";
import { minutesOfSeconds, type ReadMinutes } from "./import-amount.ts";
import type { Cells } from "./import-cells.ts";
import type { CsvMap } from "./import-map.ts";
import { quoted, type RowRefused, rowRefused } from "./import-outcome.ts";

/** When a row's work began: its day, and its time of the day where the row says it. */
export interface Began {
  readonly ok: true;
  readonly on: Day;
  readonly seconds: number | null;
  /** How many seconds its clock is ahead of UTC, where it says so. */
  readonly offset?: number | undefined;
}

/** Reads the dates and times of a file's records. */
export interface WhenReader {
  readonly began: (record: readonly string[]) => Began | RowRefused;
  /** End − start, for rows without a duration; an end before its start is on the next day, where the row says no day for it. */
  readonly elapsed: (record: readonly string[], began: Began) => ReadMinutes;
  /** From when to when, however the source writes it: part of what tells a row from others. */
  readonly span: (record: readonly string[], began: Began) => Span;
}

interface Clock {
  readonly seconds: number;
  readonly offset?: number | undefined;
}

export type Span = readonly (string | number | null)[];

const secondsPerDay = 86_400;

export function whenReader(map: CsvMap, cells: Cells, order: DateOrder | null): WhenReader {
  const dateFormats = formatsInOrder(map.date.formats, order);
  const timeFormats = formatsInOrder(map.time.formats, null);
  return {
    began(record) {
      const cell = cells(record, "date");
      const moment = readMoment(dateFormats, cell);
      if (moment === null || moment.day === null) return unreadable(cell, "date", map.date.formats);
      if (moment.day < firstDay) return rowRefused("before-1970", `${moment.day} lies before ${firstDay}`);
      return { ok: true, on: moment.day, seconds: moment.seconds, offset: moment.offset };
    },
    elapsed(record, began) {
      const start = began.seconds === null ? timeOf("startTime", record) : { ...began, seconds: began.seconds };
      if (start === null || "reason" in start) return start ?? rowRefused("bad-number", "the row says no duration");
      const endCell = cells(record, "endDate");
      const ended = endCell === "" ? null : readMoment(dateFormats, endCell);
      if (endCell !== "" && (ended === null || ended.day === null))
        return unreadable(endCell, "end date", map.date.formats);
      const end =
        ended === null || ended.seconds === null ? timeOf("endTime", record) : { ...ended, seconds: ended.seconds };
      if (end === null || "reason" in end)
        return end ?? rowRefused("bad-number", "the row says neither a duration nor an end");
      // Where both clocks say how far they are ahead, the difference between them has not passed.
      const ahead = start.offset !== undefined && end.offset !== undefined ? end.offset - start.offset : 0;
      const days = daysBetween(began.on, ended?.day ?? began.on);
      const seconds = days * secondsPerDay + end.seconds - start.seconds - ahead;
      // A row that names no day for its end ends on the next one where its clock went back: it went over midnight.
      if (seconds < 0 && ended === null) return minutesOfSeconds(seconds + secondsPerDay);
      return seconds < 0 ? rowRefused("bad-number", "the row ends before it starts") : minutesOfSeconds(seconds);
    },
    span(record, began) {
      const [start, endDate, end] = [cells(record, "startTime"), cells(record, "endDate"), cells(record, "endTime")];
      const ended = readMoment(dateFormats, endDate);
      return [
        began.seconds ?? readMoment(timeFormats, start)?.seconds ?? start,
        ended?.day ?? endDate,
        ended?.seconds ?? readMoment(timeFormats, end)?.seconds ?? end,
      ];
    },
  };

  function timeOf(key: "startTime" | "endTime", record: readonly string[]): Clock | RowRefused | null {
    const cell = cells(record, key);
    if (cell === "") return null;
    const moment = readMoment(timeFormats, cell);
    if (moment === null || moment.seconds === null) return unreadable(cell, "time", map.time.formats);
    return { seconds: moment.seconds, offset: moment.offset };
  }
}

function readMoment(formats: readonly DateFormat[], text: string): ReadMoment | null {
  for (const format of formats) {
    const moment = format.read(text);
    if (moment !== null) return moment;
  }
  return null;
}

const unreadable = (cell: string, what: string, formats: readonly string[]): RowRefused =>
  rowRefused(
    "bad-date",
    cell === ""
      ? `the row has no ${what}`
      : `${quoted(cell)} is no ${what} that exists in the form ${formats.join(" or ")}`,
  );
