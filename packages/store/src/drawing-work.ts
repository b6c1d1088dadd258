import { Deliverable } from "@cimpro/domain";
import { sql } from "kysely";
import type { Tx } from "./engines/database.ts";

/**
 * The minutes of an account's days that pre-paid hours could cover, whatever did cover them: billable work outside a SOW,
 * or of a deliverable that draws from allowances; not what a labor package or another system took (ALW-5, PKG-7, ALW-8).
 */
export async function drawingMinutes(tx: Tx, account: string, from: string, to: string): Promise<number> {
  const worked = await tx.db
    .selectFrom("time_entry")
    .select(["deliverable", ({ fn }) => fn.sum<number | string>("minutes").as("minutes")])
    .where("account", "=", account)
    .where("work_date", ">=", from)
    .where("work_date", "<=", to)
    .where("billable", "=", sql.lit(1))
    .where("settled_elsewhere", "=", sql.lit(0))
    .where("package", "is", null)
    .where("reversed_on", "is", null)
    .groupBy("deliverable")
    .execute();
  const own = await sowTime(tx, account);
  return worked
    .filter(({ deliverable }) => deliverable === null || !own.has(deliverable))
    .reduce((sum, { minutes }) => sum + Number(minutes), 0);
}

/** The deliverables whose time no allowance covers: they have an approved SOW and do not draw from one. */
async function sowTime(tx: Tx, account: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom("sow")
    .innerJoin("deliverable", (join) =>
      join.onRef("deliverable.account", "=", "sow.account").onRef("deliverable.id", "=", "sow.about"),
    )
    .select(["deliverable.id", "deliverable.name", "deliverable.data"])
    .where("sow.account", "=", account)
    .where("sow.state", "=", "approved")
    .execute();
  const deliverables = rows.map(({ id, name, data }) => Deliverable.parse({ ...JSON.parse(data), account, id, name }));
  return new Set(deliverables.filter(({ drawFromAllowance }) => !drawFromAllowance).map(({ id }) => id));
}
