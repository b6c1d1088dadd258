import { z } from "zod";
import { Day } from "../values/day.ts";
import { Minutes, minutesPerDay } from "../values/duration.ts";
import { FactId, Slug } from "../values/id.ts";
import { Name, Note, text } from "../values/text.ts";

/**
 * Why a row of a file was not taken in. `missing-column`: a field the map needs is not there. `bad-text`: a text that
 * cannot be kept (too long, broken characters) or a yes or no that is neither. `account-stopped`: the books refused it (INV-5).
 * `no-deliverable`: the account has none of that name, and the map opens none. `changed-at-source`: the row was taken in
 * before, and the source says something else of it now (IMP-1).
 */
export const ImportReason = z.enum([
  "bad-date",
  "zero-minutes",
  "over-a-day",
  "no-account",
  "bad-number",
  "missing-column",
  "before-1970",
  "bad-text",
  "account-stopped",
  "no-deliverable",
  "changed-at-source",
]);
export type ImportReason = z.infer<typeof ImportReason>;

/** The time that a row of another system's file states, in our words. */
export interface ImportedTime {
  /** The source's own id of the row; null when the file has none. */
  readonly externalId: string | null;
  /** Tells the row from others: the external id, or what stands in for it. */
  readonly identity: string;
  readonly account: string;
  /** A name as the source writes it, an id where the map says so, or what whoever imports said. */
  readonly accountBy: "name" | "id" | "either";
  readonly deliverable: string | null;
  readonly worker: string;
  readonly on: Day;
  readonly minutes: Minutes;
  readonly note: string;
  readonly billable: boolean;
  /** The source already invoiced it (ALW-8). */
  readonly settledElsewhere: boolean;
}

export interface RowRefused {
  readonly ok: false;
  readonly reason: ImportReason;
  readonly message: string;
}

/** The time a row states; `more` where it went over days and is to be an entry for each (`daysOf`). */
export type RowOutcome =
  | { readonly ok: true; readonly entry: ImportedTime; readonly more?: readonly ImportedTime[] }
  | RowRefused;

export const rowRefused = (reason: ImportReason, message: string): RowRefused => ({ ok: false, reason, message });

/** A cell as a message shows it. */
export const quoted = (cell: string): string => `"${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}"`;

/** One row as it is sent to the books. Accounts and deliverables are the names that the file uses. */
export const ImportItem = z
  .strictObject({
    id: FactId,
    /** The namespace of the external id: the tool or file the row comes from. */
    source: Slug,
    externalId: text(200).min(1, "must not be empty"),
    account: Name,
    /** What `account` is: a name, which matches names only, an id, or what a person said, which may be either (IMP-1). */
    accountBy: z.enum(["name", "id", "either"]).optional(),
    deliverable: Name.nullable(),
    worker: Name,
    on: Day,
    minutes: Minutes.min(1, "must be more than zero").max(minutesPerDay, "at most 24 hours (1,440 minutes) an entry"),
    note: Note,
    billable: z.boolean(),
    settledElsewhere: z.boolean(),
  })
  .readonly();
export type ImportItem = z.infer<typeof ImportItem>;
