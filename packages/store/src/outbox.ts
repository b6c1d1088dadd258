import { randomUUID } from "node:crypto";
import type { OutboxRow } from "./access-tables.ts";
import type { Tx } from "./engines/database.ts";
import { type Letter, type Message, messageFrom, type Said, toldMessage } from "./message.ts";
import type { Told } from "./registers.ts";

export interface MessageFilter {
  readonly account?: string | undefined;
  readonly state?: OutboxRow["state"] | undefined;
  readonly kind?: string | undefined;
  readonly limit: number;
  readonly before?: { readonly recordedAt: string; readonly id: string } | undefined;
}

/** A message that somebody got, may get, or was to get. */
export interface Heard {
  readonly id: string;
  readonly kind: string;
  readonly user: string | null;
  readonly state: OutboxRow["state"];
  /** Somebody is sending it right now: nobody knows yet what becomes of it. */
  readonly isOnItsWay: boolean;
}

/** Messages, written in the transaction of what they tell of, and sent later by whoever claims them first. */
export const outbox = (tx: Tx, { at: commandAt, tell }: Pick<Told, "at" | "tell">) => ({
  /** Queues a message unless one with its key is there that was not dropped; true when it is new. */
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
      about: letter.about === undefined ? null : JSON.stringify(letter.about),
      state: "queued" as const,
      attempts: 0,
      next_try_at: at,
      claim: null,
      last_error: null,
      sent_at: null,
      said: null,
      drop_reason: null,
      recorded_at: at,
    };
    while ((await tx.insertRows("outbox", [row], { onConflict: "ignore" })) === 0) {
      const before = await tx.db
        .selectFrom("outbox")
        .select("state")
        .where("dedupe_key", "=", row.dedupe_key)
        .executeTakeFirst();
      if (before?.state !== "dropped") return false;
      row.dedupe_key = `${row.dedupe_key} again`;
    }
    tell("outbox", row.id, toldMessage(row));
    return true;
  },

  find: async (id: string): Promise<Message | undefined> => {
    const row = await tx.db.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? undefined : messageFrom(row);
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
    return (await query.execute()).map(messageFrom);
  },

  /** The messages of these kinds about an account, newest first, as far as who heard what goes. */
  heard: async (account: string, kinds: readonly string[]): Promise<readonly Heard[]> => {
    const rows = await tx.db
      .selectFrom("outbox")
      .select(["id", "kind", "app_user", "state", "claim"])
      .where("account", "=", account)
      .where("kind", "in", kinds)
      .orderBy("recorded_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map(({ id, kind, app_user, state, claim }) => ({
      ...{ id, kind, state, user: app_user },
      isOnItsWay: state === "queued" && claim !== null,
    }));
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
    return rows.map(messageFrom);
  },

  /** Keeps how a claimed message is worded today. */
  say: (id: string, by: string, said: Said) =>
    tx.db
      .updateTable("outbox")
      .set({ said: JSON.stringify(said) })
      .where("id", "=", id)
      .where("claim", "=", by)
      .execute(),

  /** Gives a claimed message back, as if it had not been taken, until an instant. */
  putOff: (id: string, by: string, until: string) =>
    tx.db
      .updateTable("outbox")
      .set(({ eb }) => ({ claim: null, next_try_at: until, attempts: eb("attempts", "-", 1) }))
      .where("id", "=", id)
      .where("claim", "=", by)
      .where("state", "=", "queued")
      .execute(),

  /** What it tells of holds no longer: it is never sent, and a link that lets its holder in is forgotten. */
  drop: (id: string, reason: string, by: string | null = null) =>
    tx.db
      .updateTable("outbox")
      .set(({ eb, ref }) => ({
        state: "dropped",
        drop_reason: reason,
        claim: null,
        link: eb.case().when("link_is_secret", "=", 1).then(null).else(ref("link")).end(),
      }))
      .where("id", "=", id)
      .where("state", "<>", "sent")
      // What somebody else is sending is not dropped under their hands.
      .where(({ eb }) => (by === null ? eb("claim", "is", null) : eb("claim", "=", by)))
      .execute(),

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

  /** Queues again what was given up or dropped; what waits for its next try is tried now. */
  retry: (id: string, at: string) =>
    tx.db
      .updateTable("outbox")
      .set({ state: "queued", attempts: 0, next_try_at: at, claim: null, drop_reason: null })
      .where("id", "=", id)
      .where("state", "<>", "sent")
      .where("claim", "is", null)
      .execute(),

  /** Nothing that waits is sent by itself any more. */
  holdAll: (reason: string) =>
    tx.db
      .updateTable("outbox")
      .set({ state: "failed", claim: null, last_error: reason })
      .where("state", "=", "queued")
      .execute(),
});
