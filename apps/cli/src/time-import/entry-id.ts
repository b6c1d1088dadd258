import { hash } from "node:crypto";
import { dayNumber, type ImportItem } from "@cimpro/domain";
import type { FileRow } from "./file-rows.ts";

const millisecondsPerDay = 86_400_000;

/**
 * The id of an imported entry: a UUID of version 8 made of its work date and of what the source calls it, so that the
 * same row has the same id wherever and whenever it is imported, and neighbouring dates lie side by side.
 */
export function entryId(source: string, externalId: string, account: string, on: string): string {
  const date = (dayNumber(on) * millisecondsPerDay).toString(16).padStart(12, "0");
  const digest = hash("sha256", JSON.stringify([source, externalId, account]), "hex");
  const variant = "89ab".charAt(Number.parseInt(digest.charAt(3), 16) & 3);
  return `${date.slice(0, 8)}-${date.slice(8)}-8${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

/** A row of a file, as far as naming it goes. */
type Named = Pick<FileRow, "cells" | "outcome" | "rejectedFrom">;

/** Names the rows of one file, in order. */
export interface RowNames {
  /** What the row is sent as; null for one that states no time. */
  readonly itemOf: (row: Named) => ImportItem | null;
  /** What a file of rejected rows keeps of a row that was asked for before, so that it has the same name if it comes unchanged. */
  readonly markOf: (row: Named) => string;
}

/**
 * A row without an id of its source is named by what it says and, if the file has said exactly that before, by how often:
 * two equal rows are two, and the same file read again is the same. A rejected row that comes back unchanged keeps its name;
 * one that was put right is named by its line in the first file too, so it is none of the rows that were taken in (IMP-1).
 */
export function rowNames(source: string): RowNames {
  const said = new Map<string, number>();
  const occurrences = new WeakMap<Named, number>();
  const again = (what: string): number => {
    const times = (said.get(what) ?? 0) + 1;
    said.set(what, times);
    return times;
  };

  const derivedName = (row: Named, identity: string): string => {
    const { rejectedFrom } = row;
    const before = rejectedFrom === undefined ? null : unchangedOf(row);
    if (rejectedFrom !== undefined && before === null)
      return shortHash(`${identity}\nline ${rejectedFrom.line} of rejected rows`);
    const digest = shortHash(identity);
    const times = before ?? again(digest);
    occurrences.set(row, times);
    return times === 1 ? digest : shortHash(`${identity}${times}`);
  };

  return {
    itemOf(row) {
      const { outcome } = row;
      if (!outcome.ok) {
        occurrences.set(row, unchangedOf(row) ?? again(shortHash(textOf(row))));
        return null;
      }
      const { identity, accountBy, ...entry } = outcome.entry;
      const externalId = entry.externalId ?? derivedName(row, identity);
      const id = entryId(source, externalId, entry.account, entry.on);
      return { id, source, ...entry, externalId, ...(accountBy === "name" ? {} : { accountBy }) };
    },
    markOf: (row) => `${shortHash(textOf(row))}.${occurrences.get(row) ?? 1}`,
  };
}

const textOf = ({ cells }: Named): string => JSON.stringify(cells);

/** How often its file had said the same when it was rejected, if the row came back as it was; null if it was put right. */
function unchangedOf(row: Named): number | null {
  const [text, times] = row.rejectedFrom?.mark.split(".") ?? [];
  return text !== undefined && text !== "" && text === shortHash(textOf(row)) ? Number(times) : null;
}

const shortHash = (text: string): string => hash("sha256", text, "hex").slice(0, 32);
