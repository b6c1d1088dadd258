import { randomUUID } from "node:crypto";
import {
  checkWorkDate,
  countedMinutes,
  Day,
  FactId,
  Name,
  Note,
  policyOn,
  rejection,
  Slug,
  TimeEntry,
  text,
} from "@cimpro/domain";
import { type Books, type EntryRecord, type Head, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, instant, type SignedIn } from "../context.ts";
import { recordAlerts } from "../cover.ts";
import { closeEnded, creditReturned } from "../deliverables/closing.ts";
import { creditSlicesOf } from "../money/credit.ts";
import { inPackage, runningPackage } from "../packages/package-time.ts";
import { refuseWhenStopped, stoppageOf } from "../standing.ts";
import { entryView, entryViews } from "./entry-view.ts";
import { checkOverride, checkOwnTime, noWorkOfPackage, Override } from "./log-time.ts";

const target = { account: Slug, entry: FactId, expectedVersion: z.int().optional() };

export const AmendTime = z.object({
  ...target,
  minutes: TimeEntry.unwrap().shape.minutes.optional(),
  on: Day.optional(),
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
    if (before.roundFrom === 0 && before.round === 0) {
      const after: EntryRecord = { ...before, ...changed, deferredOn: null, version: before.version + 1 };
      await books.entries.update(before, after);
      if (head.hasAllowances) await recordAlerts(books, account.id, policy.allowances, { on: after.on, today });
      const answer = {
        entry: entryView(after),
        replaced: before.id,
        creditMemos: [] as readonly string[],
        ...(await inPackage(books, after)),
      };
      const ended = await endedWork(books, head, before, today);
      return { answer, data: { before, after, ...ended }, effectiveOn: after.on };
    }
    const replacement: EntryRecord = {
      ...before,
      ...changed,
      id: randomUUID(),
      sequence: before.sequence,
      round: 0,
      roundFrom: 0,
      deferredOn: null,
      source: null,
      externalId: null,
      version: 1,
      recordedAt: instant(ctx),
      recordedBy: ctx.actor.name,
    };
    const creditMemos = await reverseEntry(books, head.seq, before, today, "Time amended", replacement.id);
    await books.entries.insert([replacement]);
    if (head.hasAllowances) await recordAlerts(books, account.id, policy.allowances, { on: replacement.on, today });
    const answer = {
      entry: entryView(replacement),
      replaced: before.id,
      creditMemos,
      ...(await inPackage(books, replacement)),
    };
    const ended = await endedWork(books, head, before, today);
    return { answer, data: { before, after: replacement, creditMemos, ...ended }, effectiveOn: replacement.on };
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
    const creditMemos = await reverseEntry(books, head.seq, before, today, input.reason || "Time reversed", null);
    const after = orNotFound(await books.entries.find(account.id, before.id), "time entry", before.id);
    const ended = await endedWork(books, head, before, today);
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
    const minutes = input.minutes ?? before.openMinutes;
    if (minutes === 0 || minutes > before.openMinutes)
      throw new Refused(
        rejection("ENTRY_NOT_OPEN", {
          entry: before.id,
          openMinutes: before.openMinutes,
          minutes: Math.max(1, minutes),
        }),
      );
    const after: EntryRecord = {
      ...before,
      openMinutes: before.openMinutes - minutes,
      roundFrom: before.roundFrom + minutes,
      version: before.version + 1,
    };
    await books.slices.insert([
      {
        account: account.id,
        entry: before.id,
        round: before.round,
        from_minute: before.roundFrom,
        to_minute: before.roundFrom + minutes,
        kind: "written-off",
        work_date: before.on,
        grant_id: null,
        invoice: null,
        line: null,
        frozen_on: today,
      },
    ]);
    await books.entries.update(before, after);
    const [entry] = await entryViews(books, [after]);
    const ended = await endedWork(books, head, before, today);
    return {
      answer: { entry: entry ?? entryView(after), minutes },
      data: { entry: before.id, minutes, reason: input.reason, ...ended },
      effectiveOn: today,
    };
  });
}

/**
 * Work that has ended closes once nothing of it is open: its last open minutes may be given up instead of billed. Where it
 * closed before, what its deposit had paid for this time comes back (DLV-3).
 */
async function endedWork(books: Books, head: Head, { account, deliverable }: EntryRecord, today: string) {
  const returned = deliverable === null ? [] : await creditReturned(books, account, deliverable, head.seq, today);
  const closing = deliverable === null ? [] : await closeEnded(books, account, head.seq, today);
  const creditMemos = [...returned, ...closing];
  return creditMemos.length === 0 ? {} : { documents: { creditMemos } };
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

/** Undoes all that runs made of an entry, then marks it reversed. Gives the credit memos that took. */
async function reverseEntry(
  books: Books,
  sequence: number,
  entry: EntryRecord,
  today: string,
  note: string,
  replacedBy: string | null,
): Promise<readonly string[]> {
  const creditMemos = await creditSlicesOf(books, sequence, entry, today, note);
  const now = orNotFound(await books.entries.find(entry.account, entry.id), "time entry", entry.id);
  await books.slices.forgetWaived(entry.account, entry.id);
  await books.entries.update(now, {
    ...now,
    openMinutes: 0,
    reversedOn: today,
    replacedBy,
    version: entry.version + 1,
  });
  return creditMemos;
}
