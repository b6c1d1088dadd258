import type { TimeEntry } from "../time/entry.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";

/** A time entry as it stands: the fact, and how much of it nothing has settled yet. */
export interface EntryRecord extends TimeEntry {
  /** Order of first recording within the account; one that takes another's place keeps it (ALW-5). */
  readonly sequence: number;
  /** As it was said, before the billing increment; `minutes` is what it counts for (RATE-5). */
  readonly rawMinutes: Minutes;
  /** 0 for non-billable, settled and reversed entries. */
  readonly openMinutes: Minutes;
  /** The round of slices in progress; a credit that re-bills opens a new one. */
  readonly round: number;
  /** The minute of the round at which its next slice starts. */
  readonly roundFrom: Minutes;
  /** The day a run left it open because an unpaid purchase would cover it (ALW-3). */
  readonly deferredOn: Day | null;
  readonly reversedOn: Day | null;
  /** The entry that took its place when it was amended. */
  readonly replacedBy: string | null;
  /** Where it came from, and its id there. */
  readonly source: string | null;
  readonly externalId: string | null;
  /** A fingerprint of what the source said when it was taken in (IMP-1). */
  readonly sourceHash: string | null;
  readonly version: number;
  /** RFC 3339 UTC. */
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly overrideReason: string | null;
  /** The subscription whose cap it counts toward (PKG-7). */
  readonly package: string | null;
}

/** How every entry begins. */
export const newEntry = {
  round: 0,
  roundFrom: 0,
  deferredOn: null,
  reversedOn: null,
  replacedBy: null,
  source: null,
  externalId: null,
  sourceHash: null,
  package: null,
  version: 1,
} as const;
