import { type Kysely, sql } from "kysely";

/** The first books. Frozen in time: imports nothing of ours. */
export const books = {
  id: "0001-books",
  async up(db: Kysely<unknown>, engine: "sqlite" | "postgres"): Promise<void> {
    for (const statement of statements(engine)) await sql.raw(statement).execute(db);
  },
};

function statements(engine: "sqlite" | "postgres"): readonly string[] {
  const sqlite = engine === "sqlite";
  // Text compares by bytes on both engines, or numbers and ids would sort differently.
  const text = sqlite ? "text" : 'text collate "C"';
  const int = sqlite ? "integer" : "bigint";
  const end = sqlite ? " strict, without rowid" : "";
  const table = (name: string, columns: string): string =>
    `create table ${name} (${columns.replaceAll(":text", text).replaceAll(":int", int)})${end}`;
  return [
    table(
      "practice",
      `id :text not null primary key, name :text not null, address :text not null, email :text not null,
       time_zone :text not null, currency :text not null, demo :int not null`,
    ),
    table(
      "policy_version",
      "version :int not null primary key, from_day :text not null unique, data :text not null, data_hash :text not null, adopted_at :text not null",
    ),
    table(
      "account_head",
      `account :text not null primary key, seq :int not null, hash :text not null, closed_through :text,
       entry_sequence :int not null default 0, allowance_sequence :int not null default 0`,
    ),
    table(
      "account",
      `id :text not null primary key, name :text not null, address :text not null, email :text not null,
       opened_on :text not null, time_zone :text, billing_anchor :text`,
    ),
    table(
      "deliverable",
      "account :text not null references account, id :text not null, name :text not null, primary key (account, id)",
    ),
    table(
      "time_entry",
      `account :text not null references account, id :text not null, sequence :int not null, deliverable :text, worker :text not null,
       work_date :text not null, minutes :int not null check (minutes >= 0), raw_minutes :int not null, note :text not null,
       billable :int not null, settled_elsewhere :int not null,
       open_minutes :int not null check (open_minutes >= 0 and open_minutes <= minutes),
       round :int not null default 0, round_from :int not null default 0, deferred_on :text,
       reversed_on :text, replaced_by :text, source :text, external_id :text, version :int not null default 1,
       recorded_at :text not null, recorded_by :text not null, override_reason :text, primary key (account, id)`,
    ),
    "create index time_entry_by_day on time_entry (account, work_date, sequence)",
    "create index time_entry_open on time_entry (account, work_date, sequence) where open_minutes > 0",
    "create index time_entry_all_by_day on time_entry (work_date, account, sequence)",
    "create index time_entry_by_worker on time_entry (worker, work_date)",
    "create unique index time_entry_external on time_entry (account, source, external_id) where external_id is not null",
    table(
      "open_day",
      `account :text not null, work_date :text not null, minutes :int not null check (minutes >= 0),
       primary key (account, work_date)`,
    ),
    table(
      "slice",
      `account :text not null, entry :text not null, round :int not null, from_minute :int not null, to_minute :int not null,
       kind :text not null, work_date :text not null, grant_id :text, invoice :text, line :int, frozen_on :text not null,
       check (to_minute > from_minute), primary key (account, entry, round, from_minute)`,
    ),
    "create index slice_by_line on slice (account, invoice, line) where invoice is not null",
    table(
      "returned_slice",
      `account :text not null, entry :text not null, round :int not null, from_minute :int not null, to_minute :int not null,
       kind :text not null, work_date :text not null, grant_id :text, invoice :text, line :int, credit_memo :text,
       reason :text not null, frozen_on :text not null, returned_on :text not null,
       check (to_minute > from_minute), primary key (account, entry, round, from_minute)`,
    ),
    "create index returned_slice_by_line on returned_slice (account, invoice, line) where invoice is not null",
    table(
      "allowance",
      `account :text not null references account, id :text not null, sequence :int not null, kind :text not null,
       minutes :int not null, rate_per_hour :int not null, valid_from :text not null, first_month :text, last_month :text,
       opening :int not null, paid :int not null, note :text not null, primary key (account, id)`,
    ),
    table(
      "allowance_sale",
      `account :text not null, allowance :text not null, month :text not null, invoice :text not null,
       returned_minutes :int not null default 0, primary key (account, allowance, month)`,
    ),
    table(
      "grant_use",
      "account :text not null, grant_id :text not null, frozen_minutes :int not null, primary key (account, grant_id)",
    ),
    table(
      "grant_alert",
      `account :text not null, grant_id :text not null, percent :int not null, used_minutes :int not null,
       granted_minutes :int not null, reached_on :text not null, primary key (account, grant_id, percent)`,
    ),
    table(
      "invoice",
      `account :text not null references account, number :text not null unique, kind :text not null, issued_on :text not null,
       due_on :text not null, period_start :text, period_end :text, currency :text not null, total :int not null,
       balance :int not null check (balance >= 0 and balance <= total), suspended :int not null default 0, voided_by :text,
       document :text not null, slices_hash :text not null, primary key (account, number)`,
    ),
    "create unique index invoice_period on invoice (account, period_end) where kind = 'work'",
    "create index invoice_by_issue on invoice (issued_on, number)",
    "create index invoice_open on invoice (account, issued_on) where balance > 0",
    table(
      "invoice_line",
      `account :text not null, invoice :text not null, line :int not null, kind :text not null, deliverable :text,
       allowance :text, minutes :int not null, rate_per_hour :int not null, amount :int not null,
       credited_minutes :int not null default 0, credited_amount :int not null default 0,
       check (credited_minutes >= 0 and credited_minutes <= minutes and credited_amount >= 0 and credited_amount <= amount),
       primary key (account, invoice, line)`,
    ),
    table(
      "suspension",
      `account :text not null, invoice :text not null, sequence :int not null, from_day :text not null, until_day :text,
       reason :text not null, primary key (account, invoice, sequence)`,
    ),
    table(
      "credit_memo",
      `account :text not null references account, number :text not null unique, invoice :text not null, issued_on :text not null,
       reason :text not null, voids :int not null, total :int not null, unapplied :int not null check (unapplied >= 0),
       document :text not null, primary key (account, number)`,
    ),
    table(
      "payment",
      `account :text not null references account, id :text not null, sequence :int not null, paid_on :text not null,
       amount :int not null check (amount > 0), unapplied :int not null check (unapplied >= 0), invoice :text, note :text not null,
       reversed_on :text, primary key (account, id)`,
    ),
    table(
      "application",
      `account :text not null, sequence :int not null, position :int not null, source_kind :text not null, source :text not null,
       invoice :text not null, amount :int not null check (amount > 0), applied_on :text not null, reversed_on :text,
       primary key (account, sequence, position)`,
    ),
    "create index application_by_invoice on application (account, invoice)",
    "create index application_by_source on application (account, source)",
    table("number_counter", "series :text not null primary key, last :int not null"),
    table(
      "journal",
      `stream :text not null, seq :int not null, type :text not null, data :text, salt :text, data_hash :text not null,
       actor :text not null, recorded_at :text not null, effective_on :text not null, key :text, input_hash :text, answer :text,
       prev_hash :text not null, hash :text not null, primary key (stream, seq)`,
    ),
    "create unique index journal_key on journal (stream, actor, key) where key is not null",
    "create index journal_recorded on journal (recorded_at, stream, seq)",
    "create index journal_by_stream on journal (stream, recorded_at, seq)",
    "create index journal_by_type on journal (type, recorded_at, stream, seq)",
    table(
      "api_token",
      `id :text not null primary key, hash :text not null unique, name :text not null, role :text not null, account :text,
       created_at :text not null, expires_at :text, revoked_at :text`,
    ),
    table(
      "sign_in_link",
      `hash :text not null primary key, name :text not null, role :text not null, created_at :text not null,
       expires_at :text not null, used_at :text`,
    ),
    table(
      "session",
      `hash :text not null primary key, name :text not null, role :text not null, account :text, created_at :text not null,
       expires_at :text not null`,
    ),
    "insert into number_counter (series, last) values ('invoice', 0), ('credit-memo', 0)",
    `insert into account_head (account, seq, hash) values ('@practice', 0, '')`,
    ...(sqlite
      ? ["analyze", `insert into sqlite_stat1 (tbl, idx, stat) values ${shapes}`, "analyze sqlite_schema"]
      : []),
  ];
}

/**
 * What SQLite is told of the tables: how many rows there are, and how many share the first columns of an index. These are
 * books of 50 accounts and a million entries, whatever there is: without it, SQLite takes the rows of one account for
 * few and reads them all. PostgreSQL counts for itself.
 */
const shapes = Object.entries({
  "time_entry time_entry": "1000000 20000 1",
  "time_entry time_entry_by_day": "1000000 20000 10 1",
  "time_entry time_entry_open": "20000 400 10 1",
  "time_entry time_entry_all_by_day": "1000000 500 10 1",
  "time_entry time_entry_by_worker": "1000000 20000 10",
  "time_entry time_entry_external": "1000000 20000 20000 1",
  "open_day open_day": "50000 1000 1",
  "slice slice": "1000000 20000 1 1 1",
  "slice slice_by_line": "1000000 20000 400 50",
  "returned_slice returned_slice": "10000 200 1 1 1",
  "returned_slice returned_slice_by_line": "10000 200 10 5",
  "invoice invoice": "20000 400 1",
  "invoice sqlite_autoindex_invoice_1": "20000 1",
  "invoice invoice_period": "20000 400 1",
  "invoice invoice_by_issue": "20000 50 1",
  "invoice invoice_open": "1000 20 1",
  "invoice_line invoice_line": "100000 2000 5 1",
  "credit_memo credit_memo": "2000 40 1",
  "credit_memo sqlite_autoindex_credit_memo_1": "2000 1",
  "payment payment": "20000 400 1",
  "application application": "20000 400 2 1",
  "application application_by_invoice": "20000 400 1",
  "application application_by_source": "20000 400 1",
  "journal journal": "1000000 20000 1",
  "journal journal_key": "1000000 20000 5000 1",
  "journal journal_recorded": "1000000 2 1 1",
  "journal journal_by_stream": "1000000 20000 2 1",
  "journal journal_by_type": "1000000 50000 2 1 1",
})
  .map(([index, shape]) => `('${index.replace(" ", "', '")}', '${shape}')`)
  .join(", ");
