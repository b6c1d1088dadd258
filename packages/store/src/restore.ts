import { existsSync, realpathSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { sql } from "kysely";
import type { AppUserRow } from "./access-tables.ts";
import { booksOf } from "./books.ts";
import { copyTables } from "./copy-tables.ts";
import { emptyTables } from "./empty-tables.ts";
import type { Database, Engine, Tx } from "./engines/database.ts";
import { fileOf, openDatabase } from "./engines/open.ts";
import { StoreProblem } from "./engines/problem.ts";
import { practiceStream } from "./journal.ts";
import { type Series, series } from "./numbers.ts";
import { BackupFaulty, fromBackup } from "./open-backup.ts";
import { companionsOf } from "./place-file.ts";
import { migrations } from "./store.ts";
import { tableNames } from "./table-list.ts";
import type { User } from "./users.ts";
import { type Verification, verifyWithin } from "./verify.ts";
import { writeWithin } from "./write.ts";

export interface RestoreOptions {
  /** Books that are there already are replaced. */
  readonly overwrite: boolean;
  /** The first invoice number to be given: the ones before it are not given again. */
  readonly nextInvoice?: number | undefined;
  readonly nextCreditMemo?: number | undefined;
  readonly actor: string;
  /** RFC 3339 UTC. */
  readonly recordedAt: string;
}

type Numbers = Readonly<Record<Series, number>>;

/** What was restored, as `verify` finds it, and which numbers come next. */
export interface Restored extends Verification {
  /** How many numbers were set aside. */
  readonly skipped: Numbers;
  readonly next: Numbers;
}

/**
 * Puts the books of a backup in the place of those at an address, on either engine: verified first, all of it or
 * nothing, and only while nobody else uses them. Nobody stays signed in; API tokens go on, but those that are known to
 * have been revoked since, and so do users, with the passwords they are known to have had last. Messages that waited
 * are held back. Numbers that the replaced books gave after the backup are set aside unless the next ones are
 * named.
 */
export async function restoreFrom(url: string, file: string, options: RestoreOptions): Promise<Restored> {
  const backup = resolve(file);
  const place = fileOf(url);
  if (place !== null && isSameFile(place, backup))
    throw new StoreProblem("FILE_EXISTS", `${backup} is the database itself: give the path of a backup.`);
  return fromBackup(backup, async (source) => {
    const isNew = place !== null && !existsSync(place);
    try {
      const target = await openDatabase(url, { schema: "create", migrations, alone: true });
      try {
        return await target.write((tx) => replace(source, tx, target, options));
      } finally {
        await target.close();
      }
    } catch (error) {
      if (isNew) for (const each of [place, ...companionsOf(place)]) rmSync(each, { force: true });
      throw damaged(error);
    }
  });
}

function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return a === b;
  }
}

/** Sign-ins do not come back: whoever had one then may not be let in now. */
const left: readonly string[] = ["session", "sign_in_link", "access_link", "sign_in_attempt", "known_place"];
const restored = tableNames.filter((name) => !left.includes(name));

const heldBack = "Restored from a backup: it may have been sent since. Look before it is sent again.";

async function replace(source: Tx, tx: Tx, { engine, where }: Database, options: RestoreOptions): Promise<Restored> {
  const before = await stateOf(tx);
  if (before.journalRows > 0 && !options.overwrite)
    throw new StoreProblem(
      "BOOKS_NOT_EMPTY",
      `There are books in ${where}: restore into a new place, or repeat with --yes to replace them.`,
    );
  await emptyTables(tx, engine);
  await copyTables(source, tx, restored);
  const backup = await stateOf(tx);
  const isSame = before.origin !== null && before.origin === backup.origin;
  const revoked = isSame ? await revokeAgain(tx, before.revoked) : [];
  const users = isSame ? await keepOut(tx, before.users) : [];
  await booksOf(tx).outbox.holdAll(heldBack);
  const skipped = await setAside(tx, backup.last, nextOf(options, isSame ? before.last : null));

  const { origin: _, revoked: __, users: ___, ...replaced } = before;
  const command = {
    stream: practiceStream,
    type: "books.restored",
    actor: options.actor,
    key: null,
    input: null,
    recordedAt: options.recordedAt,
    dryRun: false,
  };
  await writeWithin(tx, command, async () => ({
    answer: null,
    data: {
      backup: { accounts: backup.accounts, journalRows: backup.journalRows, last: backup.last },
      replaced: before.journalRows === 0 ? null : replaced,
      skipped,
      revoked,
      users,
    },
    effectiveOn: options.recordedAt.slice(0, 10),
  }));
  await countAnew(tx, engine);

  const verified = await verifyWithin(tx);
  if (!verified.ok) throw new BackupFaulty("What was restored", verified.problems);
  const last = await booksOf(tx).numbers.counters();
  return { ...verified, skipped, next: { invoice: last.invoice + 1, "credit-memo": last["credit-memo"] + 1 } };
}

/** What is told of books that are replaced, or were backed up. */
async function stateOf(tx: Tx) {
  const books = booksOf(tx);
  const { rows: journalRows } = await tx.db
    .selectFrom("journal")
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  const first = await tx.db
    .selectFrom("journal")
    .select("hash")
    .where("stream", "=", practiceStream)
    .where("seq", "=", 1)
    .executeTakeFirst();
  const head = await books.accounts.head(practiceStream);
  return {
    accounts: await books.accounts.count(),
    journalRows,
    head: { seq: head?.seq ?? 0, hash: head?.hash ?? "" },
    last: await books.numbers.counters(),
    /** Books begin with a row that no others have: the same one says that these are the same books. */
    origin: first?.hash ?? null,
    revoked: (await books.access.tokens()).filter(({ revoked_at }) => revoked_at !== null),
    users: await tx.db.selectFrom("app_user").selectAll().execute(),
  };
}

/** A token that was revoked after the backup stays so: its secret may be in the wrong hands. */
async function revokeAgain(
  tx: Tx,
  revoked: readonly { readonly id: string; readonly revoked_at: string | null }[],
): Promise<readonly string[]> {
  const { access } = booksOf(tx);
  const again: string[] = [];
  for (const { id, revoked_at } of revoked) {
    const token = await access.findToken(id);
    if (token === undefined || token.revoked_at !== null || revoked_at === null) continue;
    await access.revokeToken(id, revoked_at);
    again.push(id);
  }
  return again;
}

/**
 * Whoever was disabled after the backup stays so, and nobody's earlier password or second step is good again. Answers
 * the users who are not as the backup has them.
 */
async function keepOut(tx: Tx, known: readonly AppUserRow[]): Promise<readonly User[]> {
  const changed: User[] = [];
  const { users } = booksOf(tx);
  for (const row of known) {
    const user = await users.find(row.id);
    if (user === undefined) continue;
    const { password_hash, totp_secret, totp_enabled, totp_step } = row;
    await tx.db
      .updateTable("app_user")
      .set({ password_hash, totp_secret, totp_enabled, totp_step })
      .where("id", "=", row.id)
      .execute();
    if (row.state !== "disabled" || user.state === "disabled") continue;
    const disabled = { ...user, state: row.state };
    await users.update(disabled);
    changed.push(disabled);
  }
  return changed;
}

/** The numbers to go on with: as named, else after the last that is known to have been given. */
const nextOf = ({ nextInvoice, nextCreditMemo }: RestoreOptions, last: Numbers | null): Numbers => ({
  invoice: nextInvoice ?? (last?.invoice ?? 0) + 1,
  "credit-memo": nextCreditMemo ?? (last?.["credit-memo"] ?? 0) + 1,
});

async function setAside(tx: Tx, last: Numbers, next: Numbers): Promise<Numbers> {
  const skipped = { invoice: 0, "credit-memo": 0 };
  for (const each of series) {
    if (!Number.isSafeInteger(next[each]) || next[each] < 1)
      throw new RangeError(`${next[each]} is not the count of a number to come next`);
    await booksOf(tx).numbers.skipTo(each, next[each] - 1);
    skipped[each] = Math.max(0, next[each] - 1 - last[each]);
  }
  return skipped;
}

/** PostgreSQL plans by statistics, and would only gather them some time later. */
async function countAnew(tx: Tx, engine: Engine): Promise<void> {
  if (engine === "sqlite") return;
  await sql`analyze ${sql.join(tableNames.map((name) => sql.table(name)))}`.execute(tx.db);
}

function damaged(error: unknown): unknown {
  if (!(error instanceof StoreProblem && error.code === "DATABASE_CORRUPT")) return error;
  const message = `The database to restore into is damaged: move its files away, or restore into a new place.`;
  return new StoreProblem("DATABASE_CORRUPT", message, { cause: error });
}
