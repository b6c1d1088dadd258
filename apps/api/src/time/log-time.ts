import { randomUUID } from "node:crypto";
import {
  alertsOf,
  allowanceOf,
  type Cover,
  checkWorkDate,
  countedMinutes,
  FactId,
  type GrantUse,
  Name,
  Note,
  newEntry,
  type OpenTime,
  type Policy,
  policyOn,
  rejection,
  Slug,
  sowOf,
  TimeEntry,
  text,
  WorkDate,
} from "@cimpro/domain";
import { type Books, type EntryRecord, type Head, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { commercial, ownTimeOnly } from "../access/roles.ts";
import { accountToday, commandOf, instant, type SignedIn } from "../context.ts";
import { alertView, type CoverFacts, coverFacts, coverOfDays } from "../cover.ts";
import { sowWorkOf } from "../deliverables/sow-work.ts";
import { tellAlerts } from "../messages/tell.ts";
import { inPackage, runningPackage } from "../packages/package-time.ts";
import { refuseWhenStopped, stoppageOf } from "../standing.ts";
import { entryView } from "./entry-view.ts";

export const Override = text(1000).trim().min(3, "say why work goes on although it is stopped");

/** Expert Help is a service of its own: its time is no deliverable's (PKG-7, INV-5). */
export const noWorkOfPackage = { error: "time of a package is of no deliverable", path: ["package"] };

export const LogTime = z
  .object({
    account: Slug,
    worker: Name.optional(),
    deliverable: Slug.nullish(),
    on: WorkDate.optional(),
    minutes: TimeEntry.unwrap().shape.minutes,
    note: Note.default(""),
    billable: z.boolean().default(true),
    /** The subscription whose cap it counts toward: such time is never billed by the hour (PKG-7). */
    package: Slug.optional(),
    id: FactId.optional(),
    override: Override.optional(),
  })
  .refine((input) => input.package === undefined || input.deliverable == null, noWorkOfPackage);
export type LogTime = z.infer<typeof LogTime>;

/** Records time and says what covers it. Safe to repeat: the caller may choose the entry's id (INV-5, ALW-5…7, RATE-5). */
export async function logTime(ctx: SignedIn, input: LogTime) {
  const worker = input.worker ?? ctx.actor.name;
  checkOwnTime(ctx, worker);
  checkOverride(ctx, input.override);
  return ctx.store.write(commandOf(ctx, input.account, "time.logged", input), async (books, head) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const on = orRefuse(checkWorkDate(input.on ?? today, today));
    const versions = await books.policies.all();
    const { policy } = policyOn(versions, today);
    if (input.deliverable != null)
      orNotFound(await books.deliverables.find(account.id, input.deliverable), "deliverable", input.deliverable);
    const known = input.id === undefined ? undefined : await books.entries.find(account.id, input.id);
    if (known !== undefined)
      return {
        answer: await answerFor(books, head, repeated(known, input, worker), policy, today),
        data: null,
        effectiveOn: on,
      };
    const minutes = countedMinutes(input.minutes, policy.billing.incrementMinutes);
    const billable = input.billable && input.package === undefined;
    // Expert Help goes on while Pro Services work is stopped (INV-5).
    if (input.package !== undefined) await runningPackage(books, account.id, input.package, on);
    else if (input.override === undefined)
      refuseWhenStopped(await stoppageOf(books, versions, account.id, today), account.id, on);
    const entry: EntryRecord = {
      id: input.id ?? randomUUID(),
      account: account.id,
      sequence: head.nextEntrySequence(1),
      deliverable: input.deliverable ?? null,
      worker,
      on,
      minutes,
      rawMinutes: input.minutes,
      note: input.note,
      billable,
      settledElsewhere: false,
      openMinutes: billable ? minutes : 0,
      ...newEntry,
      package: input.package ?? null,
      recordedAt: instant(ctx),
      recordedBy: ctx.actor.name,
      overrideReason: input.override ?? null,
    };
    await books.post(account.id, head, [{ type: "time-recorded", entries: [entry] }]);
    return { answer: await answerFor(books, head, entry, policy, today), data: { entry }, effectiveOn: on };
  });
}

/** Consultants and developers keep their own time only (ROLE-5). */
export function checkOwnTime(ctx: SignedIn, worker: string): void {
  if (ownTimeOnly.includes(ctx.actor.role) && worker !== ctx.actor.name)
    throw new Refused(rejection("FORBIDDEN", { action: "Recording other people's time", roles: [...commercial] }));
}

/** A stoppage is overridden by a coordinator (INV-5). */
export function checkOverride(ctx: SignedIn, override: string | undefined): void {
  if (override !== undefined && !commercial.includes(ctx.actor.role))
    throw new Refused(rejection("FORBIDDEN", { action: "Overriding a stoppage", roles: [...commercial] }));
}

function repeated(known: EntryRecord, input: LogTime, worker: string): EntryRecord {
  const same =
    known.rawMinutes === input.minutes &&
    known.worker === worker &&
    known.note === input.note &&
    known.billable === (input.billable && input.package === undefined) &&
    known.package === (input.package ?? null) &&
    known.deliverable === (input.deliverable ?? null) &&
    (input.on === undefined || known.on === input.on);
  if (!same) throw new Refused(rejection("ENTRY_EXISTS", { entry: known.id }));
  return known;
}

/** The entry, the cover it gets as the books stand, and the alerts that are new with it. */
async function answerFor(books: Books, head: Head, entry: EntryRecord, policy: Policy, today: string) {
  const { cover, uses } = (await mayBeCovered(books, head, entry))
    ? coverOfEntry(await coverFacts(books, entry.account), policy.allowances, entry, today)
    : nothingCovers;
  const alerts = await books.allowances.alert(entry.account, alertsOf(uses, policy.allowances.alertPercents), entry.on);
  await tellAlerts(books, entry.account, alerts, entry.on);
  const byAllowance = Map.groupBy(cover?.allowance ?? [], ({ grant }) => allowanceOf(grant));
  return {
    entry: entryView(entry),
    cover: {
      deposit: cover?.deposit ?? 0,
      allowance: [...byAllowance].map(([allowance, own]) => ({
        allowance,
        minutes: own.reduce((sum, part) => sum + part.minutes, 0),
      })),
      open: cover?.openMinutes ?? entry.openMinutes,
      held: cover?.held ?? 0,
    },
    alerts: alerts.map(alertView),
    ...(await inPackage(books, entry)),
  };
}

/** Without pre-paid hours, time that is of no SOW can only be invoiced. */
async function mayBeCovered(books: Books, head: Head, { account, deliverable, on, openMinutes }: EntryRecord) {
  if (openMinutes === 0 || head.hasAllowances || deliverable === null) return openMinutes > 0 && head.hasAllowances;
  const works = await sowWorkOf(books, account);
  return works.some((work) => sowOf(new Map([[work.deliverable, work]]), { deliverable, on }) !== null);
}

interface EntryCover {
  readonly cover: Cover | undefined;
  readonly uses: readonly GrantUse[];
}

const nothingCovers: EntryCover = { cover: undefined, uses: [] };

/** The cover of one entry among the open days: it comes last on its own day, and later days come after it. */
function coverOfEntry(
  facts: CoverFacts,
  terms: Parameters<typeof coverOfDays>[1],
  entry: EntryRecord,
  today: string,
): EntryCover {
  const open = facts.open.some(({ id }) => id === entry.id) ? facts.open : setApart(facts.open, entry);
  const answer = coverOfDays(facts, terms, today, open);
  return { cover: answer.cover.find(({ id }) => id === entry.id), uses: answer.uses };
}

const setApart = (days: readonly OpenTime[], { id, on, openMinutes }: EntryRecord): readonly OpenTime[] =>
  days.flatMap((day) =>
    day.on === on
      ? [
          { ...day, minutes: day.minutes - openMinutes },
          { id, on, minutes: openMinutes },
        ]
      : [day],
  );
