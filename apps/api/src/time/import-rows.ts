import { FactId, type ImportReason, Name, Note, TimeEntry, text } from "@cimpro/domain";
import { digestOf, type EntryRecord } from "@cimpro/store";
import { z } from "zod";

/** A row of another system's file, as it is sent: names are those that the file uses. */
export const ImportRow = z.object({
  id: FactId,
  source: text(100).min(1),
  externalId: text(200).min(1),
  account: Name,
  /** A name matches names only, an id ids only; what a person said may be either (IMP-1). */
  accountBy: z.enum(["name", "id", "either"]).default("name"),
  deliverable: Name.nullable(),
  worker: Name,
  on: TimeEntry.unwrap().shape.on,
  minutes: TimeEntry.unwrap().shape.minutes,
  note: Note,
  billable: z.boolean(),
  settledElsewhere: z.boolean(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** A row with its place in the request. */
export type Numbered = ImportRow & { readonly index: number };

/** Why a row was not taken. */
export interface RejectedRow {
  readonly index: number;
  readonly reason: Extract<
    ImportReason,
    "no-account" | "no-deliverable" | "account-stopped" | "before-1970" | "bad-date" | "changed-at-source"
  >;
  readonly message: string;
}

/** What became of the rows. */
export interface ImportAnswer {
  readonly accepted: number;
  readonly acceptedMinutes: number;
  readonly duplicates: number;
  readonly rejected: readonly RejectedRow[];
}

/**
 * A fingerprint of what the source says of a row (IMP-1). Whether it was invoiced there is left out: sources change that
 * later, and it is no other work for it.
 */
export const sourceHashOf = ({ account, deliverable, worker, on, minutes, note, billable }: ImportRow): string =>
  digestOf([account, deliverable, worker, on, minutes, note, billable]).slice(0, 24);

/**
 * What a known row's entry says against it: nothing new, or other content. `others` are the accounts that are called as the
 * row says.
 */
export function compareWithSource(
  row: ImportRow,
  known: EntryRecord,
  others: readonly { readonly id: string }[],
): "same" | "changed" {
  if (known.sourceHash !== null) return known.sourceHash === sourceHashOf(row) ? "same" : "changed";
  // Taken in before fingerprints were kept: the entry itself says what the source said, unless somebody corrected it since;
  // and its account may have been renamed, but then no other is called so.
  if (others.length > 0 && others.every(({ id }) => id !== known.account)) return "changed";
  if (known.version > 1) return "same";
  const same = known.on === row.on && known.rawMinutes === row.minutes && known.note === row.note;
  return same && known.worker === row.worker ? "same" : "changed";
}

/** The sentence for a row that changed at the source after it was taken in. */
export const changedMessage = (known: EntryRecord, accountName: string): string =>
  `It was taken in before as ${known.on}, ${known.rawMinutes} minutes of ${known.worker} for ${accountName}; the source now says something else. Amend entry ${known.id}, if the source is right.`;
