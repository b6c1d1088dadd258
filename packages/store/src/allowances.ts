import type { Alert, Allowance, GrantSale } from "@cimpro/domain";
import type { Tx } from "./engines/database.ts";
import { newTold, type Told } from "./registers.ts";
import type { AllowanceRow, GrantAlertRow } from "./tables.ts";

/** A purchase with its note. */
export interface AllowanceRecord {
  readonly allowance: Allowance;
  readonly note: string;
  /** The business day it was stated on, for a lump sum its validity date. */
  readonly validFrom: string;
}

/** One sale of a purchase with the invoice that sold it. */
export interface SaleRecord extends GrantSale {
  readonly invoice: string;
}

/** An alert that was recorded, and the day its work was dated to. */
export interface AlertRecord {
  readonly grant: string;
  readonly percent: number;
  readonly usedMinutes: number;
  readonly grantedMinutes: number;
  readonly on: string;
}

/** Minutes that runs froze on a grant for the work of one day. */
export interface FrozenDay {
  readonly on: string;
  readonly grant: string;
  readonly minutes: number;
}

const fromRow = (row: AllowanceRow): AllowanceRecord => {
  const common = {
    id: row.id,
    account: row.account,
    sequence: row.sequence,
    minutes: row.minutes,
    ratePerHour: row.rate_per_hour,
    opening: row.opening === 1,
    paid: row.paid === 1,
  };
  const allowance: Allowance =
    row.kind === "lump-sum"
      ? { ...common, kind: "lump-sum", validFrom: row.valid_from }
      : {
          ...common,
          kind: "monthly",
          firstMonth: row.first_month ?? row.valid_from.slice(0, 7),
          lastMonth: row.last_month,
        };
  return { allowance, note: row.note, validFrom: row.valid_from };
};

/** An alert as the journal tells of it. */
export const toldAlert = (row: Omit<GrantAlertRow, "account">) => ({
  id: `${row.grant_id} ${row.percent}`,
  grant: row.grant_id,
  percent: row.percent,
  usedMinutes: row.used_minutes,
  grantedMinutes: row.granted_minutes,
  on: row.reached_on,
});

export const allowances = (tx: Tx, told: Told = newTold()) => ({
  /** In order of purchase. */
  list: async (account: string): Promise<readonly AllowanceRecord[]> => {
    const rows = await tx.db
      .selectFrom("allowance")
      .selectAll()
      .where("account", "=", account)
      .orderBy("sequence")
      .execute();
    return rows.map(fromRow);
  },

  find: async (account: string, id: string): Promise<AllowanceRecord | undefined> => {
    const row = await tx.db
      .selectFrom("allowance")
      .selectAll()
      .where("account", "=", account)
      .where("id", "=", id)
      .executeTakeFirst();
    return row === undefined ? undefined : fromRow(row);
  },

  insert: ({ allowance, note, validFrom }: AllowanceRecord) =>
    tx.insertRows("allowance", [
      {
        account: allowance.account,
        id: allowance.id,
        sequence: allowance.sequence,
        kind: allowance.kind,
        minutes: allowance.minutes,
        rate_per_hour: allowance.ratePerHour,
        valid_from: validFrom,
        first_month: allowance.kind === "monthly" ? allowance.firstMonth : null,
        last_month: allowance.kind === "monthly" ? allowance.lastMonth : null,
        opening: allowance.opening ? 1 : 0,
        paid: allowance.paid ? 1 : 0,
        note,
      },
    ]),

  end: (account: string, id: string, lastMonth: string) =>
    tx.db
      .updateTable("allowance")
      .set({ last_month: lastMonth })
      .where("account", "=", account)
      .where("id", "=", id)
      .execute(),

  /** One for each allowance invoice, and whether it is settled. */
  sales: async (account: string): Promise<readonly SaleRecord[]> => {
    const rows = await tx.db
      .selectFrom("allowance_sale")
      .innerJoin("invoice", (join) =>
        join
          .onRef("invoice.account", "=", "allowance_sale.account")
          .onRef("invoice.number", "=", "allowance_sale.invoice"),
      )
      .select([
        "allowance_sale.allowance",
        "allowance_sale.month",
        "allowance_sale.invoice",
        "allowance_sale.returned_minutes",
        "invoice.balance",
      ])
      .where("allowance_sale.account", "=", account)
      .orderBy("allowance_sale.allowance")
      .orderBy("allowance_sale.month")
      .execute();
    return rows.map((row) => ({
      allowance: row.allowance,
      month: row.month === "" ? null : row.month,
      invoice: row.invoice,
      settled: row.balance === 0,
      returnedMinutes: row.returned_minutes,
    }));
  },

  insertSale: (account: string, allowance: string, month: string | null, invoice: string) =>
    tx.insertRows("allowance_sale", [{ account, allowance, month: month ?? "", invoice, returned_minutes: 0 }]),

  takeBack: (account: string, invoice: string, minutes: number) =>
    tx.db
      .updateTable("allowance_sale")
      .set((eb) => ({ returned_minutes: eb("returned_minutes", "+", minutes) }))
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .execute(),

  /** Minutes that runs froze, by grant. */
  frozen: async (account: string): Promise<ReadonlyMap<string, number>> => {
    const rows = await tx.db.selectFrom("grant_use").selectAll().where("account", "=", account).execute();
    return new Map(rows.map((row) => [row.grant_id, row.frozen_minutes]));
  },

  /** Minutes that runs froze for work dated to a day, by grant. */
  frozenTo: async (account: string, to: string): Promise<ReadonlyMap<string, number>> => {
    const frozen = new Map<string, number>();
    for (const table of ["slice", "returned_slice"] as const) {
      const rows = await tx.db
        .selectFrom(table)
        .select(({ fn }) => [
          "grant_id",
          fn.sum<number>("from_minute").as("from"),
          fn.sum<number>("to_minute").as("to"),
        ])
        .where("account", "=", account)
        .where("grant_id", "is not", null)
        .where("work_date", "<=", to)
        .groupBy("grant_id")
        .execute();
      for (const row of rows) {
        const size = Number(row.to) - Number(row.from);
        const grant = row.grant_id ?? "";
        frozen.set(grant, (frozen.get(grant) ?? 0) + (table === "slice" ? size : -size));
      }
    }
    return frozen;
  },

  /** The same by grant and work date; what corrections gave back is taken off. */
  frozenByDay: async (account: string, to: string): Promise<readonly FrozenDay[]> => {
    const days = new Map<string, FrozenDay>();
    for (const [table, sign] of [
      ["slice", 1],
      ["returned_slice", -1],
    ] as const) {
      const rows = await tx.db
        .selectFrom(table)
        .select(({ fn }) => [
          "grant_id",
          "work_date",
          fn.sum<number>("from_minute").as("from"),
          fn.sum<number>("to_minute").as("to"),
        ])
        .where("account", "=", account)
        .where("grant_id", "is not", null)
        .where("work_date", "<=", to)
        .groupBy(["grant_id", "work_date"])
        .execute();
      for (const row of rows) {
        const [on, grant] = [row.work_date, row.grant_id ?? ""];
        const before = days.get(`${on} ${grant}`)?.minutes ?? 0;
        days.set(`${on} ${grant}`, { on, grant, minutes: before + sign * (Number(row.to) - Number(row.from)) });
      }
    }
    return [...days.values()];
  },

  /** Adds to what is frozen on grants; a correction gives back with negative minutes. */
  freeze: async (account: string, minutesByGrant: ReadonlyMap<string, number>): Promise<void> => {
    for (const [grant_id, frozen_minutes] of minutesByGrant)
      await tx.db
        .insertInto("grant_use")
        .values({ account, grant_id, frozen_minutes })
        .onConflict((conflict) =>
          conflict.columns(["account", "grant_id"]).doUpdateSet((eb) => ({
            frozen_minutes: eb("grant_use.frozen_minutes", "+", eb.ref("excluded.frozen_minutes")),
          })),
        )
        .execute();
  },

  /** Records the alerts that were not recorded before, each exactly once (ALW-7), and gives those. */
  alert: async (account: string, alerts: readonly Alert[], on: string): Promise<readonly Alert[]> => {
    if (alerts.length === 0) return [];
    const known = await tx.db
      .selectFrom("grant_alert")
      .select(["grant_id", "percent"])
      .where("account", "=", account)
      .execute();
    const seen = new Set(known.map((row) => `${row.grant_id} ${row.percent}`));
    const fresh = alerts.filter(({ grant, percent }) => !seen.has(`${grant} ${percent}`));
    const rows = fresh.map((alert) => ({
      account,
      grant_id: alert.grant,
      percent: alert.percent,
      used_minutes: alert.usedMinutes,
      granted_minutes: alert.grantedMinutes,
      reached_on: on,
    }));
    await tx.insertRows("grant_alert", rows);
    for (const alert of rows.map(toldAlert)) told.tell("grant_alert", alert.id, alert);
    return fresh;
  },

  /** The alerts of an account, latest first (ALW-7). */
  alerts: async (account: string): Promise<readonly AlertRecord[]> => {
    const rows = await tx.db
      .selectFrom("grant_alert")
      .selectAll()
      .where("account", "=", account)
      .orderBy("reached_on", "desc")
      .orderBy("percent", "desc")
      .execute();
    return rows.map((row) => ({
      grant: row.grant_id,
      percent: row.percent,
      usedMinutes: row.used_minutes,
      grantedMinutes: row.granted_minutes,
      on: row.reached_on,
    }));
  },
});
