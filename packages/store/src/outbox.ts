import { randomUUID } from "node:crypto";
import type { OutboxRow } from "./access-tables.ts";
import { sha256 } from "./digest.ts";
import type { Tx } from "./engines/database.ts";
import type { Told } from "./registers.ts";

/** Something that somebody is to be told. */
export interface Letter {
  /** The account it is about; null for what is the practice's own. */
  readonly account: string | null;
  readonly kind: string;
  readonly to: { readonly user: string | null; readonly email: string; readonly name: string };
  readonly subject: string;
  readonly body: string;
  /** Where it leads, from the root of the site. */
  readonly link: string | null;
  /** Whoever has the link is let in. */
  readonly linkIsSecret?: boolean;
  /** Said twice, it is told once. */
  readonly dedupeKey: string;
}

/** A message as it is kept. */
export interface Message extends Omit<Letter, "linkIsSecret"> {
  readonly id: string;
  readonly linkIsSecret: boolean;
  readonly state: OutboxRow["state"];
  readonly attempts: number;
  readonly nextTryAt: string | null;
  readonly lastError: string | null;
  readonly sentAt: string | null;
  readonly recordedAt: string;
}

export interface MessageFilter {
  readonly account?: string | undefined;
  readonly state?: OutboxRow["state"] | undefined;
  readonly kind?: string | undefined;
  readonly limit: number;
  readonly before?: { readonly recordedAt: string; readonly id: string } | undefined;
}

const fromRow = (row: OutboxRow): Message => ({
  id: row.id,
  account: row.account,
  kind: row.kind,
  to: { user: row.app_user, email: row.recipient, name: row.recipient_name },
  subject: row.subject,
  body: row.body,
  link: row.link,
  linkIsSecret: row.link_is_secret === 1,
  dedupeKey: row.dedupe_key,
  state: row.state,
  attempts: row.attempts,
  nextTryAt: row.state === "queued" ? row.next_try_at : null,
  lastError: row.last_error,
  sentAt: row.sent_at,
  recordedAt: row.recorded_at,
});

/**
 * A message as the journal tells of it: to whom and about what, and a fingerprint of its words, which may hold what only
 * its reader may know.
 */
export const toldMessage = (
  row: Pick<
    OutboxRow,
    | "id"
    | "account"
    | "kind"
    | "app_user"
    | "recipient"
    | "recipient_name"
    | "subject"
    | "body"
    | "link"
    | "link_is_secret"
    | "dedupe_key"
    | "recorded_at"
  >,
) => ({
  id: row.id,
  account: row.account,
  kind: row.kind,
  to: { user: row.app_user, email: row.recipient, name: row.recipient_name },
  // A link that lets its holder in is forgotten once it is sent.
  words: sha256(JSON.stringify([row.subject, row.body, row.link_is_secret === 1 || row.link, row.link_is_secret])),
  dedupeKey: row.dedupe_key,
  recordedAt: row.recorded_at,
});

/** Messages, written in the transaction of what they tell of, and sent later by whoever claims them first. */
export const outbox = (tx: Tx, { at: commandAt, tell }: Pick<Told, "at" | "tell">) => ({
  /** Queues a message unless one with its key is there; true when it is new. */
  put: async (letter: Letter, at: string = commandAt): Promise<boolean> => {
    if (at === "") throw new Error("a message outside a command needs the instant of recording");
    const row = {
      id: randomUUID(),
      account: letter.account,
      kind: letter.kind,
      app_user: letter.to.user,
      recipient: letter.to.email,
      recipient_name: letter.to.name,
      subject: letter.subject,
      body: letter.body,
      link: letter.link,
      link_is_secret: letter.linkIsSecret === true ? 1 : 0,
      dedupe_key: letter.dedupeKey,
      state: "queued" as const,
      attempts: 0,
      next_try_at: at,
      claim: null,
      last_error: null,
      sent_at: null,
      recorded_at: at,
    };
    const isNew = (await tx.insertRows("outbox", [row], { onConflict: "ignore" })) === 1;
    if (isNew) tell("outbox", row.id, toldMessage(row));
    return isNew;
  },

  find: async (id: string): Promise<Message | undefined> => {
    const row = await tx.db.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? undefined : fromRow(row);
  },

  /** Newest first. */
  list: async ({ account, state, kind, limit, before }: MessageFilter): Promise<readonly Message[]> => {
    let query = tx.db
      .selectFrom("outbox")
      .selectAll()
      .orderBy("recorded_at", "desc")
      .orderBy("id", "desc")
      .limit(limit);
    if (account !== undefined) query = query.where("account", "=", account);
    if (state !== undefined) query = query.where("state", "=", state);
    if (kind !== undefined) query = query.where("kind", "=", kind);
    if (before !== undefined)
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("recorded_at", "id"), "<", tuple(before.recordedAt, before.id)),
      );
    return (await query.execute()).map(fromRow);
  },

  /** The last message of these kinds about an account. */
  lastOf: async (account: string, kinds: readonly string[]): Promise<Message | undefined> => {
    const row = await tx.db
      .selectFrom("outbox")
      .selectAll()
      .where("account", "=", account)
      .where("kind", "in", kinds)
      .orderBy("recorded_at", "desc")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? undefined : fromRow(row);
  },

  /**
   * Takes messages that are due, for whoever is about to send them: until `leaseEnds` nobody else gets them, afterwards
   * they are taken for not sent.
   */
  claim: async (by: string, now: string, leaseEnds: string, limit: number): Promise<readonly Message[]> => {
    const rows = await tx.db
      .updateTable("outbox")
      .set(({ eb }) => ({ claim: by, next_try_at: leaseEnds, attempts: eb("attempts", "+", 1) }))
      .where("state", "=", "queued")
      .where("next_try_at", "<=", now)
      .where("id", "in", (from) =>
        from
          .selectFrom("outbox")
          .select("id")
          .where("state", "=", "queued")
          .where("next_try_at", "<=", now)
          .orderBy("next_try_at")
          .orderBy("id")
          .limit(limit),
      )
      .returningAll()
      .execute();
    return rows.map(fromRow);
  },

  /** It was handed over; a link that lets its holder in is forgotten. False when the claim was lost meanwhile. */
  sent: async (id: string, by: string, at: string): Promise<boolean> => {
    const { numUpdatedRows } = await tx.db
      .updateTable("outbox")
      .set(({ eb, ref }) => ({
        state: "sent",
        sent_at: at,
        claim: null,
        last_error: null,
        link: eb.case().when("link_is_secret", "=", 1).then(null).else(ref("link")).end(),
      }))
      .where("id", "=", id)
      .where("claim", "=", by)
      .where("state", "=", "queued")
      .executeTakeFirst();
    return Number(numUpdatedRows) === 1;
  },

  /** It was not taken: tried again at `nextTryAt`, or given up where that is null. */
  notSent: async (id: string, by: string, error: string, nextTryAt: string | null): Promise<void> => {
    await tx.db
      .updateTable("outbox")
      .set({
        claim: null,
        last_error: error,
        ...(nextTryAt === null ? { state: "failed" as const } : { next_try_at: nextTryAt }),
      })
      .where("id", "=", id)
      .where("claim", "=", by)
      .where("state", "=", "queued")
      .execute();
  },

  /** Queues again what was given up. */
  retry: (id: string, at: string) =>
    tx.db
      .updateTable("outbox")
      .set({ state: "queued", attempts: 0, next_try_at: at, claim: null })
      .where("id", "=", id)
      .where("state", "=", "failed")
      .execute(),

  /** Nothing that waits is sent by itself any more. */
  holdAll: (reason: string) =>
    tx.db
      .updateTable("outbox")
      .set({ state: "failed", claim: null, last_error: reason })
      .where("state", "=", "queued")
      .execute(),
});
