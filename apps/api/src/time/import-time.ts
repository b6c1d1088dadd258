import { checkWorkDate, countedMinutes, type Deliverable, Name, newEntry, policyOn, slugOf } from "@cimpro/domain";
import type { Books, EntryRecord, Head, SourceName } from "@cimpro/store";
import { z } from "zod";
import { businessDay, commandOf, instant, type SignedIn } from "../context.ts";
import { recordAlerts } from "../cover.ts";
import { stoppageOf } from "../standing.ts";
import { accountFor, freeSlug } from "./import-names.ts";
import {
  changedMessage,
  compareWithSource,
  type ImportAnswer,
  ImportRow,
  type Numbered,
  type RejectedRow,
  sourceHashOf,
} from "./import-rows.ts";
import { checkOverride, Override } from "./log-time.ts";

/** The most rows one request takes; clients send more in several (contract). */
export const chunkSize = 1000;

/** A deliverable of which a file tells only the name. */
type NamedWork = Pick<Deliverable, "account" | "id" | "name">;

export const ImportTime = z.object({
  entries: z.array(ImportRow).min(1).max(chunkSize, `at most ${chunkSize} rows in one request`),
  /** Accounts and deliverables that are not there yet are opened. */
  createMissing: z.boolean(),
  override: Override.optional(),
  /** Whom a name of the source means; remembered, so that later files need not say it (IMP-1). */
  people: z
    .array(z.object({ name: Name, is: Name }))
    .max(1000)
    .default([]),
});

const nothing: ImportAnswer = { accepted: 0, acceptedMinutes: 0, duplicates: 0, rejected: [] };

const together = (a: ImportAnswer, b: ImportAnswer): ImportAnswer => ({
  accepted: a.accepted + b.accepted,
  acceptedMinutes: a.acceptedMinutes + b.acceptedMinutes,
  duplicates: a.duplicates + b.duplicates,
  rejected: [...a.rejected, ...b.rejected],
});

/**
 * Records a chunk of time from another system, account by account. A row is known by its source and external id in the
 * whole practice, so the same rows again are duplicates, however the first attempt ended and whatever their account is
 * called now; a known row that says something else is told and not taken in (IMP-1; contract, `time import`).
 */
export async function importTime(ctx: SignedIn, input: z.infer<typeof ImportTime>): Promise<ImportAnswer> {
  checkOverride(ctx, input.override);
  const rows = input.entries.map((row, index) => ({ ...row, index }));
  const { fresh, places, ...sortedOut } = await ctx.store.read((books) => sorted(books, rows));
  let { answer } = sortedOut;
  for (const [, own] of Map.groupBy(fresh, ({ source, accountBy, account }) => `${source}\n${accountBy}\n${account}`)) {
    const [first] = own;
    if (first === undefined) continue;
    const found = await accountFor(ctx, first, input.createMissing, places.get(nameOf(first)));
    const part =
      "message" in found ? withoutAccount(found.message, own) : await importInto(ctx, found.account, own, input);
    answer = together(answer, part);
  }
  return { ...answer, rejected: answer.rejected.toSorted((a, b) => a.index - b.index) };
}

const withoutAccount = (message: string, rows: readonly Numbered[]): ImportAnswer => ({
  ...nothing,
  rejected: rows.map(({ index }) => ({ index, reason: "no-account", message })),
});

/** A name as one source writes it. */
const nameOf = ({ source, account }: Pick<ImportRow, "source" | "account">): string => `${source}\n${account}`;

interface Sorted {
  readonly fresh: readonly Numbered[];
  readonly answer: ImportAnswer;
  /** In which account rows of a name were taken in before. */
  readonly places: ReadonlyMap<string, string>;
}

/** The rows that are new, and what is to be said of the others. Each counts once within the request too. */
async function sorted(books: Books, rows: readonly Numbered[]): Promise<Sorted> {
  const fresh: Numbered[] = [];
  const rejected: RejectedRow[] = [];
  const places = new Map<string, string>();
  let duplicates = 0;
  const changed = (row: Numbered, message: string): void => {
    rejected.push({ index: row.index, reason: "changed-at-source", message });
  };
  const called = remembering((name: string) => books.accounts.called(name));
  for (const [source, own] of Map.groupBy(rows, (row) => row.source)) {
    const known = await books.entries.ofSource(
      source,
      own.map(({ externalId }) => externalId),
    );
    const seen = new Map<string, string>();
    for (const row of own) {
      const entry = known.get(row.externalId);
      const hash = sourceHashOf(row);
      const earlier = seen.get(row.externalId);
      if (entry !== undefined) {
        const others = entry.sourceHash === null && row.accountBy === "name" ? await called(row.account) : [];
        if (compareWithSource(row, entry, others) === "changed")
          changed(row, changedMessage(entry, (await books.accounts.find(entry.account))?.name ?? entry.account));
        else {
          duplicates += 1;
          places.set(nameOf(row), entry.account);
        }
      } else if (earlier === undefined) {
        seen.set(row.externalId, hash);
        fresh.push(row);
      } else if (earlier === hash) duplicates += 1;
      else changed(row, `The source uses the id "${row.externalId}" twice and says something else the second time.`);
    }
  }
  return { fresh, answer: { ...nothing, duplicates, rejected }, places };
}

/** Asks once for each value. */
function remembering<T>(ask: (value: string) => Promise<T>): (value: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (value) => {
    const known = answers.get(value) ?? ask(value);
    answers.set(value, known);
    return known;
  };
}

/** Rows whose ids the caller chose and used before: the same entry said again. */
async function withoutKnownIds(
  books: Books,
  account: string,
  rows: readonly Numbered[],
): Promise<{ readonly fresh: readonly Numbered[]; readonly duplicates: number }> {
  const known = new Set(
    await books.entries.known(
      account,
      rows.map(({ id }) => id),
    ),
  );
  const fresh = rows.filter(({ id }) => {
    if (known.has(id)) return false;
    known.add(id);
    return true;
  });
  return { fresh, duplicates: rows.length - fresh.length };
}

async function importInto(
  ctx: SignedIn,
  account: string,
  rows: readonly Numbered[],
  { createMissing, override, people }: z.infer<typeof ImportTime>,
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
    // Rows are known in all accounts: nobody else may take one in between this look and the end of the transaction.
    await books.accounts.lockPractice();
    const { fresh: unknown, answer: again } = await sorted(books, rows);
    const { fresh, duplicates } = await withoutKnownIds(books, account, unknown);
    const versions = await books.policies.all();
    const { policy } = policyOn(versions, today);
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
    const source = rows[0]?.source ?? "";
    const deliverables = await deliverablesFor(books, account, source, taken, createMissing);
    const placed: Numbered[] = [];
    for (const row of taken)
      if (row.deliverable === null || deliverables.has(row.deliverable)) placed.push(row);
      else
        rejected.push({
          index: row.index,
          reason: "no-deliverable",
          message: `The account has no deliverable "${row.deliverable}"; add it, or let the map say "createMissing": true.`,
        });
    const workers = await peopleOf(books, source, people);
    const entries = entriesOf(ctx, head, placed, {
      account,
      deliverables,
      workers,
      incrementMinutes: policy.billing.incrementMinutes,
      override: override ?? null,
    });
    await books.post(account, head, [{ type: "time-recorded", entries }]);
    if (placed.length > 0) await remember(books, account, source, placed, deliverables);
    const last = entries.reduce((latest, { on }) => (on > latest ? on : latest), "");
    if (last !== "" && head.hasAllowances) await recordAlerts(books, account, policy.allowances, { on: last, today });
    const answer = together(again, {
      ...nothing,
      accepted: entries.length,
      acceptedMinutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
      duplicates,
      rejected,
    });
    const data = entries.length === 0 ? null : { entries: entries.map(journalled) };
    return { answer, data, effectiveOn: today };
  });
}

interface Placing {
  readonly account: string;
  readonly deliverables: ReadonlyMap<string, string>;
  readonly workers: ReadonlyMap<string, string>;
  readonly incrementMinutes: number;
  readonly override: string | null;
}

function entriesOf(
  ctx: SignedIn,
  head: Head,
  rows: readonly Numbered[],
  { account, deliverables, workers, incrementMinutes, override }: Placing,
): readonly EntryRecord[] {
  const first = head.nextEntrySequence(rows.length);
  const recordedAt = instant(ctx);
  return rows.map((row, at) => {
    const minutes = countedMinutes(row.minutes, incrementMinutes);
    return {
      ...newEntry,
      id: row.id,
      account,
      sequence: first + at,
      deliverable: row.deliverable === null ? null : (deliverables.get(row.deliverable) ?? null),
      worker: workers.get(row.worker) ?? row.worker,
      on: row.on,
      minutes,
      rawMinutes: row.minutes,
      note: row.note,
      billable: row.billable,
      settledElsewhere: row.billable && row.settledElsewhere,
      openMinutes: row.billable && !row.settledElsewhere ? minutes : 0,
      source: row.source,
      externalId: row.externalId,
      sourceHash: sourceHashOf(row),
      recordedAt,
      recordedBy: ctx.actor.name,
      overrideReason: override,
    };
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
  sourceHash,
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
  sourceHash,
});

/** Whom the names of a source mean: as it was said before, and as it is said now, which is remembered. */
async function peopleOf(
  books: Books,
  source: string,
  said: z.infer<typeof ImportTime>["people"],
): Promise<ReadonlyMap<string, string>> {
  const known = await books.sourceNames.of(source, "person");
  const news = said.filter(({ name, is }) => known.get(name) !== is);
  await books.sourceNames.put(
    source,
    news.map(({ name, is }): SourceName => ({ kind: "person", account: "", name, means: is })),
  );
  return new Map([...known, ...said.map(({ name, is }) => [name, is] as const)]);
}

/** What the source calls the account and its work stays theirs, also when they are renamed here. */
async function remember(
  books: Books,
  account: string,
  source: string,
  rows: readonly Numbered[],
  deliverables: ReadonlyMap<string, string>,
): Promise<void> {
  const accounts = await books.sourceNames.of(source, "account");
  const work = await books.sourceNames.of(source, "deliverable", account);
  const names = new Set(rows.filter(({ accountBy }) => accountBy === "name").map((row) => row.account));
  const used = new Set(rows.flatMap(({ deliverable }) => deliverable ?? []));
  const news: SourceName[] = [
    ...[...names]
      .filter((name) => accounts.get(name) !== account)
      .map((name): SourceName => ({ kind: "account", account: "", name, means: account })),
    ...[...used].flatMap((name): readonly SourceName[] => {
      const means = deliverables.get(name);
      return means === undefined || work.get(name) === means ? [] : [{ kind: "deliverable", account, name, means }];
    }),
  ];
  await books.sourceNames.put(source, news);
}

/**
 * The ids of the deliverables that rows name: what this source's name was found to mean before, else by name, never by
 * id (IMP-1); missing ones are added when they may be.
 */
async function deliverablesFor(
  books: Books,
  account: string,
  source: string,
  rows: readonly Numbered[],
  createMissing: boolean,
): Promise<ReadonlyMap<string, string>> {
  const names = new Set(rows.flatMap(({ deliverable }) => (deliverable === null ? [] : [deliverable])));
  const byName = new Map<string, string>();
  if (names.size === 0) return byName;
  const meant = await books.sourceNames.of(source, "deliverable", account);
  const known: NamedWork[] = [...(await books.deliverables.list(account))];
  const added: NamedWork[] = [];
  for (const name of names) {
    const match = meant.get(name) ?? known.find((each) => each.name === name)?.id;
    if (match !== undefined) byName.set(name, match);
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
