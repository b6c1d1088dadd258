import { rejection } from "@cimpro/domain";
import { type Books, booksOf } from "./books.ts";
import { digestOf } from "./digest.ts";
import type { Database, Tx } from "./engines/database.ts";
import { practiceStream, sealRow } from "./journal.ts";
import { Refused } from "./refused.ts";
import { newTold, type Told } from "./registers.ts";
import type { AccountHeadRow } from "./tables.ts";

/** Who wants what done, and when. */
export interface Command {
  /** The account it concerns, or the practice's stream. */
  readonly stream: string;
  /** What happens, in the words of the journal: `time.logged`. */
  readonly type: string;
  readonly actor: string;
  /** Same key and input: the first answer again. Same key, other input: a conflict. */
  readonly key: string | null;
  readonly input: unknown;
  /** The instant of recording, RFC 3339 UTC. */
  readonly recordedAt: string;
  /** Everything is worked out and answered, and nothing is kept. */
  readonly dryRun: boolean;
  /** The command opens the stream: an account that may not be there yet. */
  readonly opens?: boolean;
}

/** What a command came to. */
export interface Outcome<A> {
  readonly answer: A;
  /** What the journal keeps of it; null when nothing happened. */
  readonly data: unknown;
  /** The business day it counts from. */
  readonly effectiveOn: string;
}

/** The locked head of a stream; a command may take sequence numbers and move the closed days. */
export interface Head {
  /** The number of the journal row this command will write. */
  readonly seq: number;
  closedThrough: string | null;
  /** Hours were bought for this account at some time. */
  readonly hasAllowances: boolean;
  nextEntrySequence(count: number): number;
  nextAllowanceSequence(): number;
}

/** Ends a dry run: thrown so that the transaction is undone. */
class DryRun<A> extends Error {
  readonly answer: A;

  constructor(answer: A) {
    super("dry run");
    this.answer = answer;
  }
}

/**
 * The one door for writes: locks the stream's head, answers a repeated key from the journal, lets `work` change the
 * rows, and appends the journal row in the same transaction. `work` may run again after a deadlock.
 */
export async function write<A>(
  database: Database,
  command: Command,
  work: (books: Books, head: Head) => Promise<Outcome<A>>,
): Promise<A> {
  try {
    return await database.write((tx) => writeWithin(tx, command, work));
  } catch (error) {
    if (error instanceof DryRun) return error.answer as A;
    throw error;
  }
}

/** The same within a transaction that is more than this command; a dry run throws. */
export async function writeWithin<A>(
  tx: Tx,
  command: Command,
  work: (books: Books, head: Head) => Promise<Outcome<A>>,
): Promise<A> {
  const inputHash = command.key === null ? null : digestOf([command.type, command.input]);
  const told = newTold(command.recordedAt);
  const books = booksOf(tx, told);
  if (command.opens === true) await openHead(tx, command.stream);
  const row = await lockHead(tx, command.stream);
  const repeated = await answerBefore<A>(books, command, inputHash);
  if (repeated !== undefined) return repeated.answer;
  const head = headOf(row);
  const outcome = await work(books, head);
  const { answer, effectiveOn } = outcome;
  const data = withRegisters(outcome.data, told);
  if (command.dryRun) throw new DryRun(answer);
  if (data === null && command.key === null) {
    if (head.seq === 1 && command.opens === true) throw new DryRun(answer);
    return answer;
  }
  const sealed = sealRow({
    stream: command.stream,
    seq: head.seq,
    type: command.type,
    data: JSON.stringify(data),
    actor: command.actor,
    recorded_at: command.recordedAt,
    effective_on: effectiveOn,
    key: command.key,
    input_hash: inputHash,
    answer: command.key === null ? null : JSON.stringify(answer),
    prev_hash: row.hash,
  });
  await books.journal.append(sealed);
  await tx.db
    .updateTable("account_head")
    .set({ ...head.counters(), seq: sealed.seq, hash: sealed.hash, closed_through: head.closedThrough })
    .where("account", "=", command.stream)
    .execute();
  return answer;
}

/** What the journal keeps: the command's own words, and every record that it put, whole. */
function withRegisters(data: unknown, { records }: Told): unknown {
  if (records.size === 0) return data;
  const registers = Object.fromEntries([...records].map(([name, all]) => [name, [...all.values()]]));
  return { ...(typeof data === "object" ? data : {}), registers };
}

const openHead = (tx: Tx, account: string) =>
  tx.insertRows(
    "account_head",
    [{ account, seq: 0, hash: "", closed_through: null, entry_sequence: 0, allowance_sequence: 0 }],
    { onConflict: "ignore" },
  );

async function lockHead(tx: Tx, stream: string): Promise<AccountHeadRow> {
  // Updating a row to itself locks it on PostgreSQL; on SQLite the transaction began with the lock.
  const row = await tx.db
    .updateTable("account_head")
    .set(({ ref }) => ({ seq: ref("seq") }))
    .where("account", "=", stream)
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) return row;
  throw new Refused(rejection("NOT_FOUND", { what: stream === practiceStream ? "practice" : "account", id: stream }));
}

async function answerBefore<A>(
  books: Books,
  { stream, actor, key }: Command,
  inputHash: string | null,
): Promise<{ readonly answer: A } | undefined> {
  if (key === null) return undefined;
  const before = await books.journal.byKey(stream, actor, key);
  if (before === undefined) return undefined;
  if (before.input_hash !== inputHash) throw new Refused(rejection("KEY_REUSED", { key }));
  return { answer: JSON.parse(before.answer ?? "null") };
}

function headOf(
  row: AccountHeadRow,
): Head & { counters(): Pick<AccountHeadRow, "entry_sequence" | "allowance_sequence"> } {
  let entrySequence = row.entry_sequence;
  let allowanceSequence = row.allowance_sequence;
  return {
    seq: row.seq + 1,
    closedThrough: row.closed_through,
    hasAllowances: row.allowance_sequence > 0,
    nextEntrySequence: (count) => {
      const first = entrySequence + 1;
      entrySequence += count;
      return first;
    },
    nextAllowanceSequence: () => {
      allowanceSequence += 1;
      return allowanceSequence;
    },
    counters: () => ({ entry_sequence: entrySequence, allowance_sequence: allowanceSequence }),
  };
}
