import type { Tx } from "./engines/database.ts";

/** The minutes worked on each deliverable of some accounts, whatever became of them. */
export async function deliverableMinutes(
  tx: Tx,
  accounts: readonly string[],
): Promise<readonly { readonly account: string; readonly deliverable: string; readonly minutes: number }[]> {
  if (accounts.length === 0) return [];
  const rows = await tx.db
    .selectFrom("time_entry")
    .select(["account", "deliverable", ({ fn }) => fn.sum<number | string>("minutes").as("minutes")])
    .where("account", "in", accounts)
    .where("deliverable", "is not", null)
    .where("reversed_on", "is", null)
    .groupBy(["account", "deliverable"])
    .execute();
  return rows.map(({ account, deliverable, minutes }) => ({
    account,
    deliverable: deliverable ?? "",
    minutes: Number(minutes),
  }));
}
