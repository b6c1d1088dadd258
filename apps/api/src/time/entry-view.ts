import { allowanceOf, type EntryRecord, type SettledPlace, type Slice } from "@cimpro/domain";
import type { Books } from "@cimpro/store";

/** A time entry as callers see it, with what became of its minutes. */
export interface EntryView {
  readonly id: string;
  readonly account: string;
  readonly deliverable: string | null;
  readonly worker: string;
  readonly on: string;
  readonly minutes: number;
  readonly rawMinutes: number;
  readonly note: string;
  readonly billable: boolean;
  readonly settledElsewhere: boolean;
  /** The subscription whose cap it counts toward (PKG-7). */
  readonly package: string | null;
  readonly openMinutes: number;
  readonly version: number;
  readonly reversedOn: string | null;
  readonly replacedBy: string | null;
  readonly recordedAt: string;
  readonly overrideReason: string | null;
  readonly slices: readonly {
    readonly kind: SettledPlace["kind"];
    readonly minutes: number;
    readonly allowance?: string;
    readonly invoice?: string;
    readonly line?: number;
  }[];
}

export function entryView(entry: EntryRecord, slices: readonly Slice[] = []): EntryView {
  return {
    id: entry.id,
    account: entry.account,
    deliverable: entry.deliverable,
    worker: entry.worker,
    on: entry.on,
    minutes: entry.minutes,
    rawMinutes: entry.rawMinutes,
    note: entry.note,
    billable: entry.billable,
    settledElsewhere: entry.settledElsewhere,
    package: entry.package,
    openMinutes: entry.openMinutes,
    version: entry.version,
    reversedOn: entry.reversedOn,
    replacedBy: entry.replacedBy,
    recordedAt: entry.recordedAt,
    overrideReason: entry.overrideReason,
    slices: slices
      .filter(({ minutes }) => minutes > 0)
      .map(({ place, minutes }) => ({
        kind: place.kind,
        minutes,
        ...(place.kind === "allowance" ? { allowance: allowanceOf(place.grant) } : {}),
        ...(place.kind === "invoice" ? { invoice: place.invoice, line: place.line } : {}),
      })),
  };
}

/** The views of entries, which may be of several accounts. */
export async function entryViews(books: Books, entries: readonly EntryRecord[]): Promise<readonly EntryView[]> {
  const byEntry = new Map<string, Slice[]>();
  for (const [account, own] of Map.groupBy(entries, (entry) => entry.account))
    for (const slice of await books.slices.ofEntries(
      account,
      own.map(({ id }) => id),
    )) {
      const key = `${account} ${slice.entry}`;
      byEntry.set(key, [...(byEntry.get(key) ?? []), slice]);
    }
  return entries.map((entry) => entryView(entry, byEntry.get(`${entry.account} ${entry.id}`)));
}
