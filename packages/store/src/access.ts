import type { AccessLinkRow, ApiTokenRow, SessionRow, SignInAttemptRow, SignInLinkRow } from "./access-tables.ts";
import type { Tx } from "./engines/database.ts";

/** At most this many subjects are remembered for throttling, each for a day. */
const mostAttempts = 10_000;
const attemptLastsMs = 24 * 3_600_000;

/** Where somebody signed in from is remembered so long, and so many places of each: addresses and browsers. */
const placeLastsMs = 400 * 24 * 3_600_000;
const mostPlaces = 40;

/** Who may come in: only hashes of secrets are kept. */
export const access = (tx: Tx) => ({
  insertToken: (row: ApiTokenRow) => tx.insertRows("api_token", [row]),
  tokenByHash: (hash: string) => tx.db.selectFrom("api_token").selectAll().where("hash", "=", hash).executeTakeFirst(),
  tokens: () => tx.db.selectFrom("api_token").selectAll().orderBy("created_at").orderBy("id").execute(),
  findToken: (id: string) => tx.db.selectFrom("api_token").selectAll().where("id", "=", id).executeTakeFirst(),
  revokeToken: (id: string, at: string) =>
    tx.db.updateTable("api_token").set({ revoked_at: at }).where("id", "=", id).execute(),

  insertLink: (row: SignInLinkRow) => tx.insertRows("sign_in_link", [row]),
  /** Uses a link up; undefined when it is unknown, used or expired. Exactly one caller gets it. */
  useLink: (hash: string, at: string) =>
    tx.db
      .updateTable("sign_in_link")
      .set({ used_at: at })
      .where("hash", "=", hash)
      .where("used_at", "is", null)
      .where("expires_at", ">", at)
      .returningAll()
      .executeTakeFirst(),

  insertSession: (row: SessionRow) => tx.insertRows("session", [row]),
  sessionByHash: (hash: string) => tx.db.selectFrom("session").selectAll().where("hash", "=", hash).executeTakeFirst(),
  /** The sessions of a user that can still be used, the latest first. */
  sessionsOf: (user: string, at: string) =>
    tx.db
      .selectFrom("session")
      .selectAll()
      .where("app_user", "=", user)
      .where("expires_at", ">", at)
      .orderBy("last_used_at", "desc")
      .orderBy("hash")
      .execute(),
  touchSession: (hash: string, at: string) =>
    tx.db.updateTable("session").set({ last_used_at: at }).where("hash", "=", hash).execute(),
  deleteSession: (hash: string) => tx.db.deleteFrom("session").where("hash", "=", hash).execute(),
  /** Ends the sessions of a user, but for one. */
  deleteSessionsOf: (user: string, except: string | null = null) => {
    const all = tx.db.deleteFrom("session").where("app_user", "=", user);
    return (except === null ? all : all.where("hash", "<>", except)).execute();
  },
  /** Takes away what can no longer be used. */
  deleteExpired: async (at: string): Promise<void> => {
    await tx.db.deleteFrom("session").where("expires_at", "<=", at).execute();
    await tx.db.deleteFrom("sign_in_link").where("expires_at", "<=", at).execute();
    await tx.db.deleteFrom("access_link").where("expires_at", "<=", at).execute();
  },

  insertAccessLink: (row: AccessLinkRow) => tx.insertRows("access_link", [row]),
  /** An invitation or reset that can still be used. */
  findAccessLink: (hash: string, kind: AccessLinkRow["kind"], at: string) =>
    tx.db
      .selectFrom("access_link")
      .selectAll()
      .where("hash", "=", hash)
      .where("kind", "=", kind)
      .where("used_at", "is", null)
      .where("expires_at", ">", at)
      .executeTakeFirst(),
  /** Uses it up; undefined when somebody was first. */
  useAccessLink: (hash: string, kind: AccessLinkRow["kind"], at: string) =>
    tx.db
      .updateTable("access_link")
      .set({ used_at: at })
      .where("hash", "=", hash)
      .where("kind", "=", kind)
      .where("used_at", "is", null)
      .where("expires_at", ">", at)
      .returningAll()
      .executeTakeFirst(),
  deleteAccessLinksOf: (user: string) => tx.db.deleteFrom("access_link").where("app_user", "=", user).execute(),

  /** Which of these places somebody signed in from, lately enough. */
  knownPlaces: async (hashes: readonly string[], nowMs: number): Promise<ReadonlySet<string>> => {
    const rows = await tx.db
      .selectFrom("known_place")
      .select("hash")
      .where("hash", "in", hashes)
      .where("seen_at", ">=", nowMs - placeLastsMs)
      .execute();
    return new Set(rows.map(({ hash }) => hash));
  },
  /** Keeps where somebody signed in from, the latest places only. */
  putPlaces: async (user: string, hashes: readonly string[], nowMs: number): Promise<void> => {
    await tx.db.deleteFrom("known_place").where("hash", "in", hashes).execute();
    await tx.insertRows(
      "known_place",
      hashes.map((hash) => ({ hash, app_user: user, seen_at: nowMs })),
    );
    const latest = tx.db
      .selectFrom("known_place")
      .select("hash")
      .where("app_user", "=", user)
      .orderBy("seen_at", "desc")
      .orderBy("hash")
      .limit(mostPlaces);
    await tx.db.deleteFrom("known_place").where("app_user", "=", user).where("hash", "not in", latest).execute();
  },
  deletePlacesOf: (user: string) => tx.db.deleteFrom("known_place").where("app_user", "=", user).execute(),

  /** Where sign-ins failed lately, by subject. */
  attempts: (subjects: readonly string[]) =>
    tx.db.selectFrom("sign_in_attempt").selectAll().where("subject", "in", subjects).execute(),
  putAttempts: async (rows: readonly SignInAttemptRow[], nowMs: number): Promise<void> => {
    const subjects = rows.map(({ subject }) => subject);
    await tx.db.deleteFrom("sign_in_attempt").where("subject", "in", subjects).execute();
    await tx.db
      .deleteFrom("sign_in_attempt")
      .where("last_at", "<", nowMs - attemptLastsMs)
      .execute();
    const { count } = await tx.db
      .selectFrom("sign_in_attempt")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    const tooMany = Number(count) + rows.length - mostAttempts;
    if (tooMany > 0)
      await tx.db
        .deleteFrom("sign_in_attempt")
        .where("subject", "in", (from) =>
          from.selectFrom("sign_in_attempt").select("subject").orderBy("last_at").orderBy("subject").limit(tooMany),
        )
        .execute();
    await tx.insertRows(
      "sign_in_attempt",
      rows.filter(({ failures }) => failures > 0),
    );
  },
});
