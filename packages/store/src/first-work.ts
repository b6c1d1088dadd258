import type { Tx } from "./engines/database.ts";

/** The work date of the first time on a deliverable from a day on; null while there is none. */
export async function firstWork(tx: Tx, account: string, deliverable: string, from: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom("time_entry")
    .select("work_date")
    .where("account", "=", account)
    .where("deliverable", "=", deliverable)
    .where("work_date", ">=", from)
    .where("reversed_on", "is", null)
    .orderBy("work_date")
    .orderBy("sequence")
    .limit(1)
    .executeTakeFirst();
  return row?.work_date ?? null;
}
