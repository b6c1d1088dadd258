import { type Kysely, sql } from "kysely";

/** Messages keep what they are about, what was said in the end, and why they were dropped. Frozen in time. */
export const messagesWordedLate = {
  id: "0007-messages-worded-late",
  async up(db: Kysely<unknown>, engine: "sqlite" | "postgres"): Promise<void> {
    const text = engine === "sqlite" ? "text" : 'text collate "C"';
    for (const column of ["about", "said", "drop_reason"])
      await sql.raw(`alter table outbox add column ${column} ${text}`).execute(db);
  },
};
