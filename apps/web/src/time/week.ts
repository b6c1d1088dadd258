import { addDays, type Day, weekday } from "@cimpro/domain";
import type { Entry } from "../api/answers.ts";

/** A row of the week sheet: what was worked on. */
export interface SheetRow {
  readonly account: string;
  /** Null is general work. */
  readonly deliverable: string | null;
}

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** Monday to Sunday of the week a day lies in. */
export const weekOf = (day: Day): readonly Day[] => [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(mondayOf(day), days));

/** How a row is named in the address: `acme`, `acme/portal`. */
export const rowKey = ({ account, deliverable }: SheetRow): string =>
  deliverable === null ? account : `${account}/${deliverable}`;

export function rowOf(key: string): SheetRow {
  const [account = "", deliverable = null] = key.split("/");
  return { account, deliverable };
}

/** The rows of a week: what has time, and what was put there to get some. */
export function sheetRows(entries: readonly Entry[], added: readonly string[]): readonly SheetRow[] {
  const keys = new Set([...entries.map(rowKey), ...added]);
  return [...keys].toSorted().map(rowOf);
}

/** What stands in one cell. */
export const cellEntries = (entries: readonly Entry[], row: SheetRow, day: Day): readonly Entry[] =>
  entries.filter((entry) => entry.on === day && rowKey(entry) === rowKey(row));

/** Typing over a cell changes its entry: possible while there is one, and it is not billed. */
export const isTypable = (entries: readonly Entry[]): boolean =>
  entries.length === 0 || (entries.length === 1 && entries.every(({ slices }) => slices.length === 0));

export const isStanding = ({ reversedOn }: Entry): boolean => reversedOn === null;
