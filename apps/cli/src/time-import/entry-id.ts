import { hash } from "node:crypto";
import { dayNumber, type ImportedTime, type ImportItem } from "@cimpro/domain";
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

/**
 * Names the rows of one file. A row without an id of its source is named by what it says and, if the file has said
 * exactly that before, by how often: two equal rows are two, and the same file read again is the same.
 */
export function externalIds(): (entry: ImportedTime) => string {
  const said = new Map<string, number>();
  return ({ externalId, identity }) => {
    if (externalId !== null) return externalId;
    const digest = shortHash(identity);
    const times = (said.get(digest) ?? 0) + 1;
    said.set(digest, times);
    return times === 1 ? digest : shortHash(`${identity}${times}`);
  };
}

/** Makes the rows of one file, in order, what is sent; null for a row that states no time. */
export function importItems(source: string): (row: FileRow) => ImportItem | null {
  const externalIdOf = externalIds();
  return ({ outcome }) => {
    if (!outcome.ok) return null;
    const { identity: _, ...entry } = outcome.entry;
    const externalId = externalIdOf(outcome.entry);
    return { id: entryId(source, externalId, entry.account, entry.on), source, ...entry, externalId };
  };
}

const shortHash = (text: string): string => hash("sha256", text, "hex").slice(0, 32);
