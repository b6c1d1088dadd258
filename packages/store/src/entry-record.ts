import type { EntryRecord, OpenEntry } from "@cimpro/domain";
import type { TimeEntryRow } from "./tables.ts";

export type { EntryRecord } from "@cimpro/domain";

/** Open minutes with the place their next slice starts at. */
export interface OpenRecord extends OpenEntry {
  readonly round: number;
  readonly roundFrom: number;
}

export const entryFrom = (row: TimeEntryRow): EntryRecord => ({
  id: row.id,
  account: row.account,
  sequence: row.sequence,
  deliverable: row.deliverable,
  worker: row.worker,
  on: row.work_date,
  minutes: row.minutes,
  rawMinutes: row.raw_minutes,
  note: row.note,
  billable: row.billable === 1,
  settledElsewhere: row.settled_elsewhere === 1,
  openMinutes: row.open_minutes,
  round: row.round,
  roundFrom: row.round_from,
  deferredOn: row.deferred_on,
  reversedOn: row.reversed_on,
  replacedBy: row.replaced_by,
  source: row.source,
  externalId: row.external_id,
  version: row.version,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  overrideReason: row.override_reason,
  package: row.package,
  sourceHash: row.source_hash,
});

export const rowOfEntry = (entry: EntryRecord): TimeEntryRow => ({
  account: entry.account,
  id: entry.id,
  sequence: entry.sequence,
  deliverable: entry.deliverable,
  worker: entry.worker,
  work_date: entry.on,
  minutes: entry.minutes,
  raw_minutes: entry.rawMinutes,
  note: entry.note,
  billable: entry.billable ? 1 : 0,
  settled_elsewhere: entry.settledElsewhere ? 1 : 0,
  open_minutes: entry.openMinutes,
  round: entry.round,
  round_from: entry.roundFrom,
  deferred_on: entry.deferredOn,
  reversed_on: entry.reversedOn,
  replaced_by: entry.replacedBy,
  source: entry.source,
  external_id: entry.externalId,
  version: entry.version,
  recorded_at: entry.recordedAt,
  recorded_by: entry.recordedBy,
  override_reason: entry.overrideReason,
  package: entry.package,
  source_hash: entry.sourceHash,
});
