import { type Kysely, sql } from "kysely";

/** Closed work with open minutes is found at once; issued invoices keep the notes of their entries. Frozen in time. */
export const openWork = {
  id: "0005-open-work",
  async up(db: Kysely<unknown>, engine: "sqlite" | "postgres"): Promise<void> {
    for (const statement of statements(engine)) await sql.raw(statement).execute(db);
  },
};

function statements(engine: "sqlite" | "postgres"): readonly string[] {
  const sqlite = engine === "sqlite";
  const text = sqlite ? "text" : 'text collate "C"';
  const end = sqlite ? " strict, without rowid" : "";
  return [
    `create index time_entry_open_work on time_entry (account, deliverable)
     where open_minutes > 0 and deliverable is not null`,
    `create table issued_note (account ${text} not null references account, invoice ${text} not null,
     entry ${text} not null, note ${text} not null, primary key (account, invoice, entry))${end}`,
  ];
}
