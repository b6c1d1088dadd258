import { randomUUID } from "node:crypto";
import { setImmediate as otherWork } from "node:timers/promises";
import { sha256 } from "./digest.ts";
import type { Tx } from "./engines/database.ts";
import type { JournalRow } from "./tables.ts";

/** The stream of everything that is not one account's: practice, policy, tokens. No account can have this id. */
export const practiceStream = "@practice";

/** What happened, as it is written down. */
export interface JournalEntry {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly data: unknown;
  readonly actor: string;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly hash: string;
}

type Sealed = Pick<
  JournalRow,
  | "stream"
  | "seq"
  | "type"
  | "data_hash"
  | "actor"
  | "recorded_at"
  | "effective_on"
  | "key"
  | "input_hash"
  | "prev_hash"
>;

/** The hash of a row covers the one before it, and what it says through a salted hash, so that this can be redacted and the chain still holds. */
export const rowHash = (row: Sealed): string =>
  sha256(
    JSON.stringify([
      row.prev_hash,
      row.stream,
      row.seq,
      row.type,
      row.data_hash,
      row.actor,
      row.recorded_at,
      row.effective_on,
      row.key,
      row.input_hash,
    ]),
  );

/** What a row says: its data, and the answer that a repeated key gets. */
const saidHash = ({ salt, data, answer }: Pick<JournalRow, "salt" | "data" | "answer">): string =>
  sha256(answer === null ? `${salt}${data}` : `${salt}${data}\n${answer}`);

/** Builds the next row of a stream from what is known of the command. */
export function sealRow(
  entry: Omit<Sealed, "data_hash"> & { readonly data: string; readonly answer: string | null },
): JournalRow {
  const salt = randomUUID();
  const { data, answer, ...rest } = entry;
  const sealed = { ...rest, data_hash: saidHash({ salt, data, answer }) };
  return { ...sealed, data, salt, answer, hash: rowHash(sealed) };
}

export interface JournalFilter {
  readonly stream?: string | undefined;
  readonly type?: string | undefined;
  readonly actor?: string | undefined;
  /** Instants of recording, the second not included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Only rows that say something of this deliverable of the stream's account. */
  readonly deliverable?: string | undefined;
  readonly limit: number;
  /** The place the last page ended at. */
  readonly before?: { readonly recordedAt: string; readonly stream: string; readonly seq: number } | undefined;
}

/** Reads along while the journal is verified: stream by stream, each row in order. */
export interface JournalReader {
  row(row: JournalRow): void;
  end(stream: string): Promise<void>;
}

const nobody: JournalReader = { row: () => {}, end: async () => {} };

/** Imported chunks are long: few rows are held at once. */
const rowsAtOnce = 50;

/** A fault of the chain: a row that is missing, changed or out of order. */
export interface ChainProblem {
  readonly stream: string;
  readonly seq: number;
  readonly message: string;
}

export const journal = (tx: Tx) => ({
  append: (row: JournalRow) => tx.insertRows("journal", [row]),

  byKey: (stream: string, actor: string, key: string) =>
    tx.db
      .selectFrom("journal")
      .select(["type", "input_hash", "answer"])
      .where("stream", "=", stream)
      .where("actor", "=", actor)
      .where("key", "=", key)
      .executeTakeFirst(),

  /** The answers of one person's commands, on every account, whose keys begin with `mark`, which ends with a line break. */
  answersUnder: async (actor: string, mark: string): Promise<readonly string[]> => {
    const rows = await tx.db
      .selectFrom("journal")
      .select("answer")
      .where("stream", "in", (from) => from.selectFrom("account").select("id"))
      .where("actor", "=", actor)
      .where("key", ">", mark)
      .where("key", "<", `${mark.slice(0, -1)}\v`)
      .orderBy("stream")
      .orderBy("seq")
      .execute();
    return rows.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  },

  /**
   * Newest first. Of one stream that is its own order, whatever the clock said; between streams only the clock tells.
   */
  list: async (filter: JournalFilter): Promise<readonly JournalEntry[]> => {
    const { stream, type, actor, from, until, deliverable, limit, before } = filter;
    let query = tx.db
      .selectFrom("journal")
      .select(["stream", "seq", "type", "data", "actor", "recorded_at", "effective_on", "hash"])
      .limit(limit);
    query =
      stream === undefined
        ? query.orderBy("recorded_at", "desc").orderBy("stream", "desc").orderBy("seq", "desc")
        : query.where("stream", "=", stream).orderBy("seq", "desc");
    if (type !== undefined) query = query.where("type", "=", type);
    if (actor !== undefined) query = query.where("actor", "=", actor);
    if (from !== undefined) query = query.where("recorded_at", ">=", from);
    if (until !== undefined) query = query.where("recorded_at", "<", until);
    if (deliverable !== undefined)
      query = query.where(({ eb, or }) =>
        or([
          eb("data", "like", `%"deliverable":${JSON.stringify(deliverable)}%`),
          // Or the record itself is what the command says.
          eb("data", "like", `%"deliverable":{"account":"${stream}","id":${JSON.stringify(deliverable)}%`),
        ]),
      );
    if (before !== undefined && stream !== undefined) query = query.where("seq", "<", before.seq);
    else if (before !== undefined)
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("recorded_at", "stream", "seq"), "<", tuple(before.recordedAt, before.stream, before.seq)),
      );
    return (await query.execute()).map((row) => ({
      stream: row.stream,
      seq: row.seq,
      type: row.type,
      data: row.data === null ? null : JSON.parse(row.data),
      actor: row.actor,
      recordedAt: row.recorded_at,
      effectiveOn: row.effective_on,
      hash: row.hash,
    }));
  },

  /**
   * Walks every stream and compares each row with its hashes and each stream's end with its head. Whoever wants to know
   * what the rows say reads along.
   */
  verify: async (
    along: JournalReader = nobody,
  ): Promise<{ readonly rows: number; readonly problems: readonly ChainProblem[] }> => {
    const problems: ChainProblem[] = [];
    let rows = 0;
    const heads = await tx.db
      .selectFrom("account_head")
      .select(["account", "seq", "hash"])
      .orderBy("account")
      .execute();
    const known = new Set(heads.map(({ account }) => account));
    for (const { stream } of await tx.db.selectFrom("journal").select("stream").distinct().execute())
      if (!known.has(stream)) problems.push({ stream, seq: 0, message: "The stream has rows but no head." });
    for (const head of heads) {
      let last = { seq: 0, hash: "" };
      for (let more = true; more; ) {
        const page = await tx.db
          .selectFrom("journal")
          .selectAll()
          .where("stream", "=", head.account)
          .where("seq", ">", last.seq)
          .orderBy("seq")
          .limit(rowsAtOnce)
          .execute();
        for (const row of page) {
          problems.push(...faultsOf(row, last));
          along.row(row);
          last = { seq: row.seq, hash: row.hash };
        }
        await otherWork();
        rows += page.length;
        more = page.length === rowsAtOnce;
      }
      await along.end(head.account);
      if (last.seq !== head.seq || last.hash !== head.hash)
        problems.push({ stream: head.account, seq: head.seq, message: "The stream does not end where its head says." });
    }
    return { rows, problems };
  },
});

/** A row whose data was taken away keeps its place in the chain; its salt and answer go too, or it could be guessed. */
const isRedacted = ({ data, salt, answer }: JournalRow): boolean => data === null && salt === null && answer === null;

function faultsOf(row: JournalRow, last: { readonly seq: number; readonly hash: string }): readonly ChainProblem[] {
  const at = { stream: row.stream, seq: row.seq };
  const faults: ChainProblem[] = [];
  if (row.seq !== last.seq + 1) faults.push({ ...at, message: `Row ${last.seq + 1} is missing.` });
  if (row.prev_hash !== last.hash) faults.push({ ...at, message: "It does not follow the row before it." });
  if (!isRedacted(row) && saidHash(row) !== row.data_hash) faults.push({ ...at, message: "Its data was changed." });
  if (rowHash(row) !== row.hash) faults.push({ ...at, message: "The row was changed." });
  return faults;
}
