import { type Kysely, sql } from "kysely";

/** Everything beside time and money: deliverables and their SOWs, requests, packages, plans, people. Frozen in time. */
export const offering = {
  id: "0002-offering",
  async up(db: Kysely<unknown>, engine: "sqlite" | "postgres"): Promise<void> {
    for (const statement of statements(engine)) await sql.raw(statement).execute(db);
  },
};

const registers = [
  "sow",
  "change_order",
  "deliverable_wait",
  "premium_decision",
  "phase_record",
  "finding",
  "product_item",
  "request",
  "subscription",
  "plan",
  "person",
  "customization",
  "version_update",
  "compatibility_review",
];

function statements(engine: "sqlite" | "postgres"): readonly string[] {
  const sqlite = engine === "sqlite";
  const text = sqlite ? "text" : 'text collate "C"';
  const int = sqlite ? "integer" : "bigint";
  const end = sqlite ? " strict, without rowid" : "";
  const table = (name: string, columns: string): string =>
    `create table ${name} (${columns.replaceAll(":text", text).replaceAll(":int", int)})${end}`;
  const column = (name: string, definition: string): string =>
    `alter table ${name} add column ${definition.replaceAll(":text", text).replaceAll(":int", int)}`;
  return [
    column("deliverable", "sequence :int not null default 0"),
    column("deliverable", "state :text not null default 'open'"),
    column("deliverable", "about :text"),
    column("deliverable", "on_day :text not null default ''"),
    column("deliverable", "data :text not null default '{}'"),
    "create index deliverable_by_state on deliverable (state, on_day, account, id)",
    column("time_entry", "package :text"),
    "create index time_entry_by_deliverable on time_entry (account, deliverable, work_date, sequence) where deliverable is not null",
    "create index time_entry_by_package on time_entry (account, package, work_date) where package is not null",
    column("invoice_line", "settled_rate :int"),
    column("invoice_line", "kept_minutes :int not null default 0"),
    table(
      "premium_slice",
      `account :text not null, entry :text not null, round :int not null, from_minute :int not null, to_minute :int not null,
       invoice :text not null, line :int not null, work_date :text not null, frozen_on :text not null,
       credited_minutes :int not null default 0, check (to_minute > from_minute),
       check (credited_minutes >= 0 and credited_minutes <= to_minute - from_minute),
       primary key (account, entry, round, from_minute)`,
    ),
    "create index premium_slice_by_line on premium_slice (account, invoice, line)",
    ...registers.flatMap((name) => [
      table(
        name,
        `account :text not null, id :text not null, sequence :int not null, state :text not null, about :text,
         on_day :text not null, data :text not null, primary key (account, id)`,
      ),
      `create index ${name}_in_order on ${name} (account, sequence)`,
      `create index ${name}_by_state on ${name} (state, on_day, account, id)`,
      `create index ${name}_about on ${name} (account, about, sequence) where about is not null`,
    ]),
    ...(sqlite ? [`insert into sqlite_stat1 (tbl, idx, stat) values ${shapes}`, "analyze sqlite_schema"] : []),
  ];
}

/** What SQLite is told of these tables, for books of 50 accounts and a million entries. PostgreSQL counts for itself. */
const shapes = Object.entries({
  "time_entry time_entry_by_deliverable": "500000 10000 1000 2 1",
  "premium_slice premium_slice": "100000 2000 1 1 1",
  "premium_slice premium_slice_by_line": "100000 2000 100 50",
})
  .map(([index, shape]) => `('${index.replace(" ", "', '")}', '${shape}')`)
  .join(", ");
