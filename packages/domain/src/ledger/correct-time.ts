import type { EntryRecord } from "../minutes/entry-record.ts";
import type { Settling } from "../minutes/move.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { type Ledger, post } from "./ledger.ts";
import { type TakenBack, takeBack } from "./take-back.ts";

/** Who records what takes the place of a billed entry, and when. */
export interface ReplacementRecord {
  readonly id: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export interface TimeAmended extends TakenBack {
  /** The entry as it stands afterwards: the very same one if nothing differs. */
  readonly entry: EntryRecord;
}

/** What an amendment may change of an entry. `note` is told on documents and decides nothing. */
const amendable = ["worker", "on", "deliverable", "rawMinutes", "minutes", "billable", "package"] as const;

const differs = (before: EntryRecord, changed: EntryRecord): boolean =>
  amendable.some((field) => before[field] !== changed[field]);

/**
 * Corrects a time entry. Where nothing differs nothing is posted. A note alone is put right in place, and documents that
 * were issued before keep its old text. Else, where nothing of the entry was settled it changes in place and keeps its
 * order; where some was, it is reversed and a new entry takes its place: what was invoiced is credited, cover returns to
 * its own grant (INV-3).
 * The books need what `takeBack` needs.
 */
export function amendTime(
  ledger: Ledger,
  before: EntryRecord,
  changed: EntryRecord,
  replacement: ReplacementRecord,
  today: Day,
): Result<TimeAmended> {
  if (!differs(before, changed)) return ok({ ...withNote(ledger, before, changed), creditMemos: [] });
  if (before.roundFrom === 0 && before.round === 0) {
    const entry: EntryRecord = { ...changed, deferredOn: null, version: before.version + 1 };
    const posted = post(ledger, { type: "time-changed", before, after: entry });
    return ok({ ledger: posted, entry, creditMemos: [] });
  }
  const entry: EntryRecord = {
    ...changed,
    ...replacement,
    round: 0,
    roundFrom: 0,
    deferredOn: null,
    source: null,
    externalId: null,
    sourceHash: null,
    version: 1,
  };
  const reversed = reverseTime(ledger, { entry: before.id, note: "Time amended", replacedBy: entry.id, today });
  if (!reversed.ok) return reversed;
  const { creditMemos } = reversed.value;
  return ok({ ledger: post(reversed.value.ledger, { type: "time-recorded", entries: [entry] }), entry, creditMemos });
}

function withNote(ledger: Ledger, before: EntryRecord, { note }: EntryRecord): Omit<TimeAmended, "creditMemos"> {
  if (note === before.note) return { ledger, entry: before };
  const invoices = ledger.books.slices.flatMap(({ entry, place }) =>
    entry === before.id && place.kind === "invoice" ? [place.invoice] : [],
  );
  const charged = ledger.books.premiums.filter(({ entry }) => entry === before.id).map(({ invoice }) => invoice);
  const kept = ledger.books.keptNotes.filter(({ entry }) => entry === before.id).map(({ invoice }) => invoice);
  const issued = [...new Set([...invoices, ...charged])].filter((invoice) => !kept.includes(invoice));
  const entry: EntryRecord = { ...before, note, version: before.version + 1 };
  const posted = post(
    ledger,
    ...(issued.length === 0
      ? []
      : [{ type: "note-kept" as const, entry: before.id, invoices: issued, note: before.note }]),
    { type: "time-changed", before, after: entry },
  );
  return { ledger: posted, entry };
}

/** Takes a time entry back as never worked; the entry stays readable (INV-3). The books need what `takeBack` needs. */
export function reverseTime(
  ledger: Ledger,
  about: { readonly entry: string; readonly note: string; readonly replacedBy: string | null; readonly today: Day },
): Result<TakenBack> {
  const { entry: id, replacedBy, today } = about;
  const version = ledger.books.entries.get(id)?.version ?? 0;
  const taken = takeBack(ledger, about);
  if (!taken.ok) return taken;
  const before = taken.value.ledger.books.entries.get(id);
  if (before === undefined) return refused(rejection("NOT_FOUND", { what: "time entry", id }));
  const after = { ...before, openMinutes: 0, reversedOn: today, replacedBy, version: version + 1 };
  const posted = post(
    taken.value.ledger,
    { type: "waived-forgotten", entry: id },
    { type: "time-changed", before, after },
  );
  return ok({ ledger: posted, creditMemos: taken.value.creditMemos });
}

/** Gives up open minutes: they are recorded, and never invoiced (DLV-5, ALW-8). Without `minutes`, all that are open. */
export function writeOffTime(
  ledger: Ledger,
  {
    entry: id,
    minutes: asked,
    today,
  }: { readonly entry: string; readonly minutes?: Minutes | undefined; readonly today: Day },
): Result<{ readonly ledger: Ledger; readonly entry: EntryRecord; readonly minutes: Minutes }> {
  const before = ledger.books.entries.get(id);
  if (before === undefined) return refused(rejection("NOT_FOUND", { what: "time entry", id }));
  const { openMinutes, round, roundFrom, on } = before;
  const minutes = asked ?? openMinutes;
  if (minutes === 0 || minutes > openMinutes)
    return refused(rejection("ENTRY_NOT_OPEN", { entry: id, openMinutes, minutes: Math.max(1, minutes) }));
  const entry: EntryRecord = {
    ...before,
    openMinutes: openMinutes - minutes,
    roundFrom: roundFrom + minutes,
    version: before.version + 1,
  };
  const move: Settling = {
    entry: id,
    round,
    from: roundFrom,
    to: roundFrom + minutes,
    workedOn: on,
    source: { kind: "open" },
    target: { kind: "written-off" },
    on: today,
    clause: "DLV-5",
  };
  const posted = post(ledger, { type: "minutes-moved", moves: [move] }, { type: "time-changed", before, after: entry });
  return ok({ ledger: posted, entry, minutes });
}
