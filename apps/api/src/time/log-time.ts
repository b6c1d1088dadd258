import { randomUUID } from "node:crypto";
import {
  alertsOf,
  allowanceOf,
  checkWorkDate,
  countedMinutes,
  Day,
  FactId,
  type GrantPart,
  type GrantUse,
  Name,
  Note,
  type Policy,
  policyOn,
  rejection,
  Slug,
  TimeEntry,
  text,
} from "@cimpro/domain";
import { type Books, type EntryRecord, type Head, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { commercial, ownTimeOnly } from "../access/roles.ts";
import { accountToday, commandOf, instant, type SignedIn } from "../context.ts";
import { alertView, coverFacts, coverOfDays } from "../cover.ts";
import { refuseWhenStopped, stoppageOf } from "../standing.ts";
import { entryView } from "./entry-view.ts";

export const Override = text(1000).trim().min(3, "say why work goes on although it is stopped");

export const LogTime = z.object({
  account: Slug,
  worker: Name.optional(),
  deliverable: Slug.nullish(),
  on: Day.optional(),
  minutes: TimeEntry.unwrap().shape.minutes,
  note: Note.default(""),
  billable: z.boolean().default(true),
  id: FactId.optional(),
  override: Override.optional(),
});
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
    if (input.override === undefined)
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
      billable: input.billable,
      settledElsewhere: false,
      openMinutes: input.billable ? minutes : 0,
      ...newEntry,
      recordedAt: instant(ctx),
      recordedBy: ctx.actor.name,
      overrideReason: input.override ?? null,
    };
    await books.entries.insert([entry]);
    return { answer: await answerFor(books, head, entry, policy, today), data: { entry }, effectiveOn: on };
  });
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
  version: 1,
} as const;

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
    known.billable === input.billable &&
    known.deliverable === (input.deliverable ?? null) &&
    (input.on === undefined || known.on === input.on);
  if (!same) throw new Refused(rejection("ENTRY_EXISTS", { entry: known.id }));
  return known;
}

/** The entry, the cover it gets as the books stand, and the alerts that are new with it. */
async function answerFor(books: Books, head: Head, entry: EntryRecord, policy: Policy, today: string) {
  const { parts, uses } =
    head.hasAllowances && entry.openMinutes > 0
      ? coverOfEntry(await coverFacts(books, entry.account), policy.allowances, entry, today)
      : nothingCovers;
  const alerts = await books.allowances.alert(entry.account, alertsOf(uses, policy.allowances.alertPercents), entry.on);
  const covered = parts.reduce((sum, part) => sum + part.minutes, 0);
  const byAllowance = Map.groupBy(parts, ({ grant }) => allowanceOf(grant));
  return {
    entry: entryView(entry),
    cover: {
      deposit: 0,
      allowance: [...byAllowance].map(([allowance, own]) => ({
        allowance,
        minutes: own.reduce((sum, part) => sum + part.minutes, 0),
      })),
      open: entry.openMinutes - covered,
      held: 0,
    },
    alerts: alerts.map(alertView),
  };
}

const nothingCovers: { readonly parts: readonly GrantPart[]; readonly uses: readonly GrantUse[] } = {
  parts: [],
  uses: [],
};

/** The cover of one entry among the open days: it comes last on its own day, and later days come after it. */
function coverOfEntry(
  facts: Awaited<ReturnType<typeof coverFacts>>,
  terms: Parameters<typeof coverOfDays>[1],
  entry: EntryRecord,
  today: string,
) {
  const open = facts.openDays.flatMap(({ on, minutes }) =>
    on === entry.on
      ? [
          { id: on, on, minutes: minutes - entry.openMinutes },
          { id: entry.id, on, minutes: entry.openMinutes },
        ]
      : [{ id: on, on, minutes }],
  );
  const answer = coverOfDays(facts, terms, today, open);
  return { parts: answer.cover.find(({ id }) => id === entry.id)?.allowance ?? [], uses: answer.uses };
}
