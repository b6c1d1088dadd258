import {
  checkWorkDate,
  countedMinutes,
  type Deliverable,
  FactId,
  Name,
  Note,
  newEntry,
  policyOn,
  slugOf,
  TimeEntry,
  text,
} from "@cimpro/domain";
import { type Account, type Books, type EntryRecord, Refused } from "@cimpro/store";
import { z } from "zod";
import { openAccount } from "../accounts/open-account.ts";
import { businessDay, commandOf, instant, type SignedIn } from "../context.ts";
import { recordAlerts } from "../cover.ts";
import { stoppageOf } from "../standing.ts";
import { checkOverride, Override } from "./log-time.ts";

/** The most rows one request takes; clients send more in several (contract). */
export const chunkSize = 1000;

const Row = z.object({
  id: FactId,
  source: text(100).min(1),
  externalId: text(200).min(1),
  account: Name,
  deliverable: Name.nullable(),
  worker: Name,
  on: TimeEntry.unwrap().shape.on,
  minutes: TimeEntry.unwrap().shape.minutes,
  note: Note,
  billable: z.boolean(),
  settledElsewhere: z.boolean(),
});
type Row = z.infer<typeof Row>;

/** A deliverable of which a file tells only the name. */
type NamedWork = Pick<Deliverable, "account" | "id" | "name">;

export const ImportTime = z.object({
  entries: z.array(Row).min(1).max(chunkSize, `at most ${chunkSize} rows in one request`),
  /** Accounts and deliverables that are not there yet are opened. */
  createMissing: z.boolean(),
  override: Override.optional(),
});

/** Why a row was not taken. */
export interface RejectedRow {
  readonly index: number;
  readonly reason: "no-account" | "no-deliverable" | "account-stopped" | "before-1970" | "bad-date";
  readonly message: string;
}

/** What became of the rows. */
export interface ImportAnswer {
  readonly accepted: number;
  readonly acceptedMinutes: number;
  readonly duplicates: number;
  readonly rejected: readonly RejectedRow[];
}

type Numbered = Row & { readonly index: number };

/**
 * Records a chunk of time from another system, account by account. A row is known by its source and external id, so
 * the same rows again are duplicates, however the first attempt ended (contract, `time import`).
 */
export async function importTime(ctx: SignedIn, input: z.infer<typeof ImportTime>): Promise<ImportAnswer> {
  checkOverride(ctx, input.override);
  let answer: ImportAnswer = { accepted: 0, acceptedMinutes: 0, duplicates: 0, rejected: [] };
  const byAccount = Map.groupBy(
    input.entries.map((row, index) => ({ ...row, index })),
    ({ account }) => account,
  );
  for (const [name, rows] of byAccount) {
    const account = await accountNamed(ctx, name, input.createMissing);
    const part = account === undefined ? withoutAccount(name, rows) : await importInto(ctx, account, rows, input);
    answer = {
      accepted: answer.accepted + part.accepted,
      acceptedMinutes: answer.acceptedMinutes + part.acceptedMinutes,
      duplicates: answer.duplicates + part.duplicates,
      rejected: [...answer.rejected, ...part.rejected],
    };
  }
  return { ...answer, rejected: answer.rejected.toSorted((a, b) => a.index - b.index) };
}

const withoutAccount = (name: string, rows: readonly Numbered[]): ImportAnswer => ({
  accepted: 0,
  acceptedMinutes: 0,
  duplicates: 0,
  rejected: rows.map(({ index }) => ({
    index,
    reason: "no-account",
    message: `There is no account "${name}"; open it, or let the map say "createMissing": true.`,
  })),
});

/** The account a file names, by its name or its id; opened when it is missing and may be. */
async function accountNamed(
  ctx: SignedIn,
  name: string,
  createMissing: boolean,
): Promise<Pick<Account, "id"> | undefined> {
  for (;;) {
    const { known, id } = await ctx.store.read(async (books) => ({
      known: await books.accounts.named(name),
      id: await freeSlug(slugOf(name), async (each) => (await books.accounts.find(each)) !== undefined),
    }));
    if (known !== undefined || !createMissing) return known;
    try {
      return await openAccount({ ...ctx, key: null }, { name, id, address: "", email: "" });
    } catch (error) {
      // Another client opened it since we looked: the same account, or one that only took the id.
      if (!(error instanceof Refused && error.rejection.code === "ACCOUNT_EXISTS")) throw error;
    }
  }
}

async function freeSlug(slug: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (!(await taken(candidate))) return candidate;
  }
}

async function importInto(
  ctx: SignedIn,
  { id: account }: Pick<Account, "id">,
  rows: readonly Numbered[],
  { createMissing, override }: z.infer<typeof ImportTime>,
): Promise<ImportAnswer> {
  const command = { ...commandOf(ctx, account, "time.imported", null), key: null, opens: ctx.dryRun };
  return ctx.store.write(command, async (books, head) => {
    const known = await books.accounts.find(account);
    const today = await businessDay(ctx, books, known);
    // A dry run opened no account, so it stands in for the time of this transaction.
    if (known === undefined)
      await books.accounts.insert({
        id: account,
        name: account,
        address: "",
        email: "",
        openedOn: today,
        timeZone: null,
        billingAnchor: null,
      });
    const fresh = await unknownRows(books, account, rows);
    const versions = await books.policies.all();
    const { policy } = policyOn(versions, today);
    const { incrementMinutes } = policy.billing;
    const stoppage = override === undefined ? await stoppageOf(books, versions, account, today) : null;
    const rejected: RejectedRow[] = [];
    const taken: Numbered[] = [];
    for (const row of fresh) {
      const checked = checkWorkDate(row.on, today);
      if (!checked.ok)
        rejected.push({
          index: row.index,
          reason: row.on < today ? "before-1970" : "bad-date",
          message: checked.rejection.message,
        });
      else if (stoppage !== null && row.on >= stoppage.since)
        rejected.push({
          index: row.index,
          reason: "account-stopped",
          message: `Work is stopped since ${stoppage.since} (${stoppage.invoices.join(", ")} past due).`,
        });
      else taken.push(row);
    }
    const deliverables = await deliverablesFor(books, account, taken, createMissing);
    const placed: Numbered[] = [];
    for (const row of taken)
      if (row.deliverable === null || deliverables.has(row.deliverable)) placed.push(row);
      else
        rejected.push({
          index: row.index,
          reason: "no-deliverable",
          message: `The account has no deliverable "${row.deliverable}"; add it, or let the map say "createMissing": true.`,
        });
    const first = head.nextEntrySequence(placed.length);
    const recordedAt = instant(ctx);
    const entries = placed.map((row, at): EntryRecord => {
      const minutes = countedMinutes(row.minutes, incrementMinutes);
      return {
        ...newEntry,
        id: row.id,
        account,
        sequence: first + at,
        deliverable: row.deliverable === null ? null : (deliverables.get(row.deliverable) ?? null),
        worker: row.worker,
        on: row.on,
        minutes,
        rawMinutes: row.minutes,
        note: row.note,
        billable: row.billable,
        settledElsewhere: row.billable && row.settledElsewhere,
        openMinutes: row.billable && !row.settledElsewhere ? minutes : 0,
        source: row.source,
        externalId: row.externalId,
        recordedAt,
        recordedBy: ctx.actor.name,
        overrideReason: override ?? null,
      };
    });
    await books.post(account, head, [{ type: "time-recorded", entries }]);
    const last = entries.reduce((latest, { on }) => (on > latest ? on : latest), "");
    if (last !== "" && head.hasAllowances) await recordAlerts(books, account, policy.allowances, { on: last, today });
    const answer = {
      accepted: entries.length,
      acceptedMinutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
      duplicates: rows.length - fresh.length,
      rejected,
    };
    const data = entries.length === 0 ? null : { entries: entries.map(journalled) };
    return { answer, data, effectiveOn: today };
  });
}

/** What the journal keeps of an imported entry: what was stated. */
const journalled = ({
  id,
  sequence,
  deliverable,
  worker,
  on,
  rawMinutes,
  note,
  billable,
  settledElsewhere,
  source,
  externalId,
}: EntryRecord) => ({
  id,
  sequence,
  deliverable,
  worker,
  on,
  minutes: rawMinutes,
  note,
  billable,
  settledElsewhere,
  source,
  externalId,
});

/** The rows that were not imported before, and each only once within the chunk. */
async function unknownRows(books: Books, account: string, rows: readonly Numbered[]): Promise<readonly Numbered[]> {
  const seen = new Set<string>();
  const fresh: Numbered[] = [];
  for (const [source, own] of Map.groupBy(rows, (row) => row.source)) {
    const known = await books.entries.known(
      account,
      own.map(({ id }) => id),
      source,
      own.map(({ externalId }) => externalId),
    );
    for (const row of own) {
      const key = `${source}\n${row.externalId}`;
      if (known.ids.has(row.id) || known.externalIds.has(row.externalId)) continue;
      if (seen.has(key) || seen.has(row.id)) continue;
      seen.add(key).add(row.id);
      fresh.push(row);
    }
  }
  return fresh.toSorted((a, b) => a.index - b.index);
}

/** The ids of the deliverables that rows name, by name or id; missing ones are added when they may be. */
async function deliverablesFor(
  books: Books,
  account: string,
  rows: readonly Numbered[],
  createMissing: boolean,
): Promise<ReadonlyMap<string, string>> {
  const names = new Set(rows.flatMap(({ deliverable }) => (deliverable === null ? [] : [deliverable])));
  const byName = new Map<string, string>();
  if (names.size === 0) return byName;
  const known: NamedWork[] = [...(await books.deliverables.list(account))];
  const added: NamedWork[] = [];
  for (const name of names) {
    const match = known.find((each) => each.name === name) ?? known.find((each) => each.id === name);
    if (match !== undefined) byName.set(name, match.id);
    else if (createMissing) {
      const id = await freeSlug(slugOf(name, "work"), async (each) => known.some((other) => other.id === each));
      const deliverable = { account, id, name };
      known.push(deliverable);
      added.push(deliverable);
      byName.set(name, id);
    }
  }
  await books.deliverables.insert(added);
  return byName;
}
