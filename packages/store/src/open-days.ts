import type { Tx } from "./engines/database.ts";
import type { OpenDayRow } from "./tables.ts";

/** Adds open minutes to their work dates, many at once. */
export async function addOpenDays(tx: Tx, minutes: readonly OpenDayRow[]): Promise<void> {
  const days = new Map<string, OpenDayRow>();
  for (const each of minutes) {
    if (each.minutes === 0) continue;
    const key = `${each.account} ${each.work_date}`;
    days.set(key, { ...each, minutes: each.minutes + (days.get(key)?.minutes ?? 0) });
  }
  if (days.size === 0) return;
  await tx.db
    .insertInto("open_day")
    .values([...days.values()])
    .onConflict((conflict) =>
      conflict
        .columns(["account", "work_date"])
        .doUpdateSet(({ eb, ref }) => ({ minutes: eb("open_day.minutes", "+", ref("excluded.minutes")) })),
    )
    .execute();
}

/** Adds to the open minutes of one work date; negative takes away. */
export async function addOpenMinutes(tx: Tx, account: string, on: string, minutes: number): Promise<void> {
  if (minutes > 0) return addOpenDays(tx, [{ account, work_date: on, minutes }]);
  if (minutes === 0) return;
  // An upsert would check the negative row that it proposes before it adds it.
  await tx.db
    .updateTable("open_day")
    .set((eb) => ({ minutes: eb("minutes", "+", minutes) }))
    .where("account", "=", account)
    .where("work_date", "=", on)
    .execute();
}
