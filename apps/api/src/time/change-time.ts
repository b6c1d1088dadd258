import { randomUUID } from "node:crypto";
import {
  afterCorrection,
  amendTime as amended,
  checkWorkDate,
  countedMinutes,
  type EntryRecord,
  FactId,
  type Ledger,
  Name,
  Note,
  ok,
  policyOn,
  type Result,
  rejection,
  reverseTime as reversed,
  Slug,
  TimeEntry,
  text,
  WorkDate,
  writeOffTime as writtenOff,
} from "@cimpro/domain";
import { type Books, type Head, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, instant, type SignedIn } from "../context.ts";
import { recordAlerts } from "../cover.ts";
import { decideOn } from "../ledger/decide-on.ts";
import { inPackage, runningPackage } from "../packages/package-time.ts";
import { refuseWhenStopped, stoppageOf } from "../standing.ts";
import { entryView, entryViews } from "./entry-view.ts";
import { checkOverride, checkOwnTime, noWorkOfPackage, Override } from "./log-time.ts";

const target = { account: Slug, entry: FactId, expectedVersion: z.int().optional() };

export const AmendTime = z.object({
  ...target,
  minutes: TimeEntry.unwrap().shape.minutes.optional(),
  on: WorkDate.optional(),
  deliverable: Slug.nullable().optional(),
  worker: Name.optional(),
  note: Note.optional(),
  billable: z.boolean().optional(),
  /** A package whose cap it counts toward, or null for none: then it is billed like other time (PKG-7). */
  package: Slug.nullable().optional(),
  override: Override.optional(),
});
export const ReverseTime = z.object({ ...target, reason: text(1000).default("") });
export const WriteOffTime = z.object({
  ...target,
  minutes: z.int().min(1).optional(),
  reason: text(1000).trim().min(3, "say why these minutes are not billed"),
});

/**
 * Corrects a time entry. Unbilled, it changes in place and keeps its order; billed, it is reversed and a new entry
 * takes its place: what was invoiced is credited, cover returns to its own grant (INV-3).
 */
export async function amendTime(ctx: SignedIn, input: z.infer<typeof AmendTime>) {
  checkOverride(ctx, input.override);
  return ctx.store.write(commandOf(ctx, input.account, "time.amended", input), async (books, head) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const before = await entryToChange(ctx, books, input);
    const versions = await books.policies.all();
    const rawMinutes = input.minutes ?? before.rawMinutes;
    const { policy } = policyOn(versions, today);
    const minutes = countedMinutes(rawMinutes, policy.billing.incrementMinutes);
    const packageId = input.package === undefined ? before.package : input.package;
    const leavesPackage = packageId === null && before.package !== null;
    const billable = packageId === null && (input.billable ?? (leavesPackage || before.billable));
    const changed = {
      worker: input.worker ?? before.worker,
      on: orRefuse(checkWorkDate(input.on ?? before.on, today)),
      deliverable: input.deliverable === undefined ? before.deliverable : input.deliverable,
      note: input.note ?? before.note,
      rawMinutes,
      minutes,
      billable,
      package: packageId,
      openMinutes: billable && !before.settledElsewhere ? minutes : 0,
      overrideReason: input.override ?? before.overrideReason,
    };
    checkOwnTime(ctx, changed.worker);
    if (changed.deliverable !== null)
      orNotFound(await books.deliverables.find(account.id, changed.deliverable), "deliverable", changed.deliverable);
    if (packageId !== null) await checkPackageTime(books, before, { ...changed, package: packageId }, input);
    else if (
      input.override === undefined &&
      (leavesPackage || changed.on !== before.on || rawMinutes > before.rawMinutes)
    )
      refuseWhenStopped(await stoppageOf(books, versions, account.id, today), account.id, changed.on);
    const replacement = { id: randomUUID(), recordedAt: instant(ctx), recordedBy: ctx.actor.name };
    const {
      entry: after,
      documents,
      keptNotes,
    } = await correct(books, head, before, today, (ledger) =>
      amended(ledger, before, { ...before, ...changed }, replacement, today),
    );
    if (head.hasAllowances && after !== before)
      await recordAlerts(books, account.id, policy.allowances, { on: after.on, today });
    const { creditMemos, ended } = documents;
    const answer = { entry: entryView(after), replaced: before.id, creditMemos, ...(await inPackage(books, after)) };
    const replaced = after.id === before.id ? keptNotes : { creditMemos };
    return {
      answer,
      data:
        after.version === before.version && after.id === before.id ? null : { before, after, ...replaced, ...ended },
      effectiveOn: after.on,
    };
  });
}

/** Time of a package lies in its span, is never billed by the hour and of no deliverable (PKG-7). */
async function checkPackageTime(
  books: Books,
  before: EntryRecord,
  changed: { readonly package: string; readonly on: string; readonly deliverable: string | null },
  input: { readonly billable?: boolean | undefined },
): Promise<void> {
  const issues = [
    ...(changed.deliverable === null ? [] : [{ path: "package", message: noWorkOfPackage.error }]),
    ...(input.billable === true
      ? [{ path: "billable", message: "time of a package is never billed by the hour; take it out of the package" }]
      : []),
  ];
  if (issues.length > 0) throw new Refused(rejection("MALFORMED", { issues }));
  // A note may be put right after the package ended.
  if (changed.package !== before.package || changed.on !== before.on)
    await runningPackage(books, before.account, changed.package, changed.on);
}

/** Takes a time entry back as never worked; the entry stays readable (INV-3). */
export async function reverseTime(ctx: SignedIn, input: z.infer<typeof ReverseTime>) {
  return ctx.store.write(commandOf(ctx, input.account, "time.reversed", input), async (books, head) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const before = await entryToChange(ctx, books, input);
    const note = input.reason || "Time reversed";
    const { entry: after, documents } = await correct(books, head, before, today, (ledger) =>
      reversed(ledger, { entry: before.id, note, replacedBy: null, today }),
    );
    const { creditMemos, ended } = documents;
    return {
      answer: { entry: entryView(after), creditMemos },
      data: { entry: before.id, reason: input.reason, creditMemos, ...ended },
      effectiveOn: today,
    };
  });
}

/** Gives up open minutes: they are recorded, and never invoiced (DLV-5, ALW-8). */
export async function writeOffTime(ctx: SignedIn, input: z.infer<typeof WriteOffTime>) {
  return ctx.store.write(commandOf(ctx, input.account, "time.written-off", input), async (books, head) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const before = await entryToChange(ctx, books, input);
    const {
      entry: after,
      minutes,
      documents,
    } = await correct(books, head, before, today, (ledger) =>
      writtenOff(ledger, { entry: before.id, minutes: input.minutes, today }),
    );
    const [entry] = await entryViews(books, [after]);
    return {
      answer: { entry: entry ?? entryView(after), minutes },
      data: { entry: before.id, minutes, reason: input.reason, ...documents.ended },
      effectiveOn: today,
    };
  });
}

/**
 * Decides a correction of time with what it brings with it: its deposit may have something back, and work that has ended
 * closes with the last of its minutes (DLV-3).
 */
async function correct<T extends { readonly ledger: Ledger; readonly entry?: EntryRecord }>(
  books: Books,
  head: Head,
  before: EntryRecord,
  today: string,
  decide: (ledger: Ledger) => Result<T>,
) {
  const { account, id, deliverable } = before;
  const wanted = { entry: id, ...(deliverable === null ? {} : { deliverable }) };
  const { corrected, ...decided } = await decideOn(books, head, account, wanted, (ledger) => {
    const first = decide(ledger);
    if (!first.ok) return first;
    const after = afterCorrection(first.value.ledger, deliverable, today);
    return ok({ ledger: after.ledger, closing: after.creditMemos, corrected: first.value });
  });
  const entry = orNotFound(decided.ledger.books.entries.get(corrected.entry?.id ?? id), "time entry", id);
  const closing = decided.closing.length === 0 ? {} : { documents: { creditMemos: decided.closing } };
  const kept = decided.ledger.change.flatMap((posting) => (posting.type === "note-kept" ? [posting] : []));
  const keptNotes = kept.length === 0 ? {} : { keptNotes: kept.map(({ type: _, ...note }) => note) };
  const memos = "creditMemos" in corrected ? (corrected.creditMemos as readonly string[]) : [];
  return { ...corrected, entry, keptNotes, documents: { creditMemos: memos, ended: closing } };
}

async function entryToChange(
  ctx: SignedIn,
  books: Books,
  input: { readonly account: string; readonly entry: string; readonly expectedVersion?: number | undefined },
): Promise<EntryRecord> {
  const entry = orNotFound(await books.entries.find(input.account, input.entry), "time entry", input.entry);
  checkOwnTime(ctx, entry.worker);
  if (entry.reversedOn !== null) throw new Refused(rejection("ENTRY_REVERSED", { entry: entry.id }));
  if (input.expectedVersion !== undefined && input.expectedVersion !== entry.version)
    throw new Refused(rejection("ENTRY_CHANGED", { entry: entry.id, version: entry.version }));
  return entry;
}
