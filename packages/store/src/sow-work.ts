import {
  ChangeOrder,
  Deliverable,
  PremiumDecision,
  type SettledSowMinutes,
  Sow,
  type SowFacts,
  type SowWork,
  sowWorkFrom,
} from "@cimpro/domain";
import { sql } from "kysely";
import type { Tx } from "./engines/database.ts";
import { policies } from "./practice.ts";

/**
 * What the money and minutes of an account's approved SOWs follow from, as the records and the frozen minutes stand
 * (RATE-3, DLV-3, DLV-5). One question where there is none. Of closed work only what has open minutes is told, and what is
 * asked for by name.
 */
export async function sowFactsOf(tx: Tx, account: string, named: readonly string[] = []): Promise<readonly SowFacts[]> {
  const rows = await tx.db
    .selectFrom("sow")
    .innerJoin("deliverable", (join) =>
      join.onRef("deliverable.account", "=", "sow.account").onRef("deliverable.id", "=", "sow.about"),
    )
    .select(["sow.data as sow", "deliverable.id", "deliverable.name", "deliverable.data"])
    .where("sow.account", "=", account)
    .where("sow.state", "=", "approved")
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb("deliverable.state", "<>", "closed"),
        ...(named.length === 0 ? [] : [eb("deliverable.id", "in", named)]),
        exists(
          selectFrom("time_entry")
            .select("time_entry.id")
            .whereRef("time_entry.account", "=", "deliverable.account")
            .whereRef("time_entry.deliverable", "=", "deliverable.id")
            .where("time_entry.open_minutes", ">", sql.lit(0)),
        ),
      ]),
    )
    .orderBy("sow.sequence")
    .execute();
  if (rows.length === 0) return [];
  const versions = await policies(tx).all();
  const ids = rows.map(({ id }) => id);
  const changeOrders = await recordsAbout(tx, "change_order", account, ids, ChangeOrder);
  const decisions = await recordsAbout(tx, "premium_decision", account, ids, PremiumDecision);
  const settled = Map.groupBy(await settledMinutes(tx, account, ids), ({ deliverable }) => deliverable);
  const facts: SowFacts[] = [];
  for (const row of rows) {
    const sow = Sow.parse(JSON.parse(row.sow));
    const decision = decisions.find(({ id }) => id === row.id);
    const issuedUnder = versions.find(({ version }) => version === sow.policyVersion) ?? versions[0];
    facts.push({
      deliverable: Deliverable.parse({ ...JSON.parse(row.data), account, id: row.id, name: row.name }),
      sow,
      changeOrders: changeOrders.filter((each) => each.deliverable === row.id),
      decision,
      settled: (settled.get(row.id) ?? []).map(({ on, place, minutes }) => ({ on, place, minutes })),
      depositCredited: sow.depositInvoice === null ? 0 : await creditedOf(tx, account, sow.depositInvoice),
      keptSinceMinutes:
        decision === undefined || decision.keptMinutes === 0 ? 0 : await keptSince(tx, account, sow, row.id),
      overrun: issuedUnder?.policy.deliverables.overrun ?? "hold",
    });
  }
  return facts;
}

/** What billing needs to know of an account's deliverables with SOW time. */
export const sowWorkOf = async (tx: Tx, account: string): Promise<readonly SowWork[]> =>
  (await sowFactsOf(tx, account)).flatMap((facts) => sowWorkFrom(facts) ?? []);

/** The accounts that may have SOW time: one, or all of them. */
export async function accountsWithSows(tx: Tx, account?: string): Promise<readonly string[]> {
  let query = tx.db.selectFrom("sow").select("account").distinct().where("state", "=", "approved");
  if (account !== undefined) query = query.where("account", "=", account);
  return (await query.orderBy("account").execute()).map((row) => row.account);
}

async function recordsAbout<T>(
  tx: Tx,
  table: "change_order" | "premium_decision",
  account: string,
  about: readonly string[],
  schema: { parse(value: unknown): T },
): Promise<readonly T[]> {
  const rows = await tx.db
    .selectFrom(table)
    .select("data")
    .where("account", "=", account)
    .where("about", "in", about)
    .orderBy("sequence")
    .execute();
  return rows.map(({ data }) => schema.parse(JSON.parse(data)));
}

/**
 * Per deliverable and work date: minutes that were settled for good and count toward the approved total. What was given
 * back for re-billing does not count; what was waived was worked within it all the same (DLV-5).
 */
async function settledMinutes(
  tx: Tx,
  account: string,
  deliverables: readonly string[],
): Promise<readonly (SettledSowMinutes & { readonly deliverable: string })[]> {
  const own = sql`e.account = ${account} and e.deliverable in (${sql.join(deliverables)}) and e.reversed_on is null`;
  const { rows } = await sql<{
    deliverable: string;
    on: string;
    place: SettledSowMinutes["place"];
    minutes: number;
  }>`select deliverable, work_date as "on", place, sum(minutes) as minutes from (
      select e.deliverable, e.work_date, s.kind as place, s.to_minute - s.from_minute as minutes
        from time_entry e join slice s on s.account = e.account and s.entry = e.id
        where ${own} and s.kind <> 'written-off'
      union all
      select e.deliverable, e.work_date, r.kind as place, r.from_minute - r.to_minute as minutes
        from time_entry e join returned_slice r on r.account = e.account and r.entry = e.id
        where ${own} and r.kind <> 'written-off' and r.reason = 'rebill'
      union all
      select e.deliverable, e.work_date, 'settled-elsewhere' as place, e.minutes from time_entry e
        where ${own} and e.settled_elsewhere = 1
    ) as moved group by deliverable, work_date, place having sum(minutes) <> 0`.execute(tx.db);
  return rows.map((row) => ({ ...row, minutes: Number(row.minutes) }));
}

async function creditedOf(tx: Tx, account: string, invoice: string): Promise<number> {
  const { credited } = await tx.db
    .selectFrom("invoice_line")
    .select(({ fn }) => fn.sum<number | null>("credited_amount").as("credited"))
    .where("account", "=", account)
    .where("invoice", "=", invoice)
    .executeTakeFirstOrThrow();
  return Number(credited ?? 0);
}

/** Minutes at the full premium on lines that the settlement did not see: they are the ones that kept it (LEAD-5). */
async function keptSince(tx: Tx, account: string, sow: Sow, deliverable: string): Promise<number> {
  if (sow.leadTime === "standard") return 0;
  const { charged, credited } = await tx.db
    .selectFrom("invoice_line")
    .select(({ fn }) => [
      fn.sum<number | null>("minutes").as("charged"),
      fn.sum<number | null>("credited_minutes").as("credited"),
    ])
    .where("account", "=", account)
    .where("kind", "=", "premium")
    .where("deliverable", "=", deliverable)
    .where("settled_rate", "is", null)
    .where("rate_per_hour", "=", sow.premiums[sow.leadTime])
    .executeTakeFirstOrThrow();
  return Number(charged ?? 0) - Number(credited ?? 0);
}
