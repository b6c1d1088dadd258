import { type Kysely, sql } from "kysely";

/**
 * A row of a source is known in the whole practice, with what it said when it was taken in; and a source's names stay with
 * the accounts, work and people that they were found to mean. Frozen in time.
 */
export const sources = {
  id: "0006-sources",
  async up(db: Kysely<unknown>, engine: "sqlite" | "postgres"): Promise<void> {
    for (const statement of statements(engine)) await sql.raw(statement).execute(db);
  },
};

function statements(engine: "sqlite" | "postgres"): readonly string[] {
  const sqlite = engine === "sqlite";
  const text = sqlite ? "text" : 'text collate "C"';
  const end = sqlite ? " strict, without rowid" : "";
  return [
    `alter table time_entry add column source_hash ${text}`,
    // Books of before may hold a row twice, in two accounts: so this cannot be unique, and the practice is locked instead.
    "create index time_entry_source on time_entry (source, external_id) where external_id is not null",
    `create table source_name (source ${text} not null, kind ${text} not null, account ${text} not null,
     name ${text} not null, means ${text} not null, primary key (source, kind, account, name))${end}`,
  ];
}
