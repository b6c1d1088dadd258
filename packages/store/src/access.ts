import type { Tx } from "./engines/database.ts";
import type { ApiTokenRow, SessionRow, SignInLinkRow } from "./tables.ts";

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
  /** Takes away what can no longer be used. */
  deleteExpired: async (at: string): Promise<void> => {
    await tx.db.deleteFrom("session").where("expires_at", "<=", at).execute();
    await tx.db.deleteFrom("sign_in_link").where("expires_at", "<=", at).execute();
  },
  deleteSession: (hash: string) => tx.db.deleteFrom("session").where("hash", "=", hash).execute(),
});
