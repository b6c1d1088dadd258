import { CompiledQuery, type KyselyPlugin, type QueryId, type RootOperationNode } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { account as accountOf, type OpenedStore, openAccount, openBooks } from "../test/books.ts";
import { freshFile } from "../test/engines.ts";
import { type Books, booksOf } from "./books.ts";
import { openStore } from "./store.ts";

/** What SQLite would do for the queries that people wait for, in books of any size. PostgreSQL decides by statistics. */
let books: OpenedStore;
beforeAll(async () => {
  const made = await openBooks(freshFile());
  await openAccount(made.store, accountOf("acme"));
  await made.store.close();
  books = { ...made, store: await openStore(made.url, { schema: "require", now: () => "" }) };
});
afterAll(() => books.close());

async function planOf(ask: (books: Books) => Promise<unknown>): Promise<readonly string[]> {
  return books.store.database.read(async (tx) => {
    const asked: { readonly node: RootOperationNode; readonly queryId: QueryId }[] = [];
    const noting: KyselyPlugin = {
      transformQuery: ({ node, queryId }) => {
        asked.push({ node, queryId });
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    await ask(booksOf({ ...tx, db: tx.db.withPlugin(noting) }));
    const steps: string[] = [];
    for (const { node, queryId } of asked) {
      const { sql, parameters } = tx.db.getExecutor().compileQuery(node, queryId);
      const explained = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
      const { rows } = await tx.db.executeQuery<{ detail: string }>(explained);
      steps.push(...rows.map(({ detail }) => detail));
    }
    return steps;
  });
}

const [account, limit] = ["acme", 50];
const place = { on: "2024-01-02", account, sequence: 7, id: "a" };
const issued = { issuedOn: "2024-01-15", number: "INV-000007" };
const told = { recordedAt: "2024-01-15T00:00:00.000Z", stream: account, seq: 7 };

const asked: readonly (readonly [what: string, through: string, ask: (books: Books) => Promise<unknown>])[] = [
  ["an entry", "PRIMARY KEY (account=? AND id=?)", ({ entries }) => entries.find(account, "a")],
  ["all time", "time_entry_all_by_day", ({ entries }) => entries.list({ limit })],
  ["all time, further", "time_entry_all_by_day", ({ entries }) => entries.list({ limit, before: place })],
  [
    "all time of a week",
    "time_entry_all_by_day",
    ({ entries }) => entries.list({ limit, from: "2024-01-01", to: "2024-01-07" }),
  ],
  ["an account's time", "time_entry_by_day (account=?)", ({ entries }) => entries.list({ account, limit })],
  [
    "an account's time, further",
    "time_entry_by_day (account=? AND work_date<?)",
    ({ entries }) => entries.list({ account, limit, before: place }),
  ],
  [
    "an account's open time",
    "time_entry_open (account=?)",
    ({ entries }) => entries.list({ account, open: true, limit }),
  ],
  ["a person's time", "time_entry_by_worker (worker=?)", ({ entries }) => entries.list({ worker: "Bo", limit })],
  [
    "a person's week",
    "time_entry_by_worker (worker=? AND work_date>? AND work_date<?)",
    ({ entries }) => entries.list({ worker: "Bo", from: "2024-01-01", to: "2024-01-07", limit }),
  ],
  [
    "what a run closes",
    "time_entry_open (account=? AND work_date<?)",
    ({ entries }) => entries.openBefore(account, "2024-01-15"),
  ],
  [
    "the first work on a deliverable",
    "time_entry_by_deliverable (account=? AND deliverable=? AND work_date>?)",
    ({ firstWork }) => firstWork(account, "site", "2024-01-01"),
  ],
  [
    "what waits for follow-up",
    "request_by_state (state=?)",
    ({ requests }) => requests.across({ states: ["awaiting-follow-up"], limit }),
  ],
  ["open days", "open_day USING PRIMARY KEY (account=?)", ({ entries }) => entries.openDays(account)],
  ["known ids", "PRIMARY KEY (account=? AND id=?)", ({ entries }) => entries.known(account, ["a"])],
  [
    "known rows of a source",
    "time_entry_source (source=? AND external_id=?)",
    ({ entries }) => entries.ofSource("toggl", ["1"]),
  ],
  [
    "the slices of an invoice",
    "slice_by_line (account=? AND invoice=?)",
    ({ slices }) => slices.ofInvoice(account, "INV-000001"),
  ],
  [
    "the slices of an entry",
    "slice USING PRIMARY KEY (account=? AND entry=?)",
    ({ slices }) => slices.ofEntries(account, ["a"]),
  ],
  ["an account's approved SOWs", "sow_", ({ sowWork }) => sowWork(account)],
  [
    "closed work with open time",
    "time_entry_open_work (account=? AND deliverable=?)",
    ({ sowWork }) => sowWork(account),
  ],
  ["the open time of deliverables", "time_entry_", ({ entries }) => entries.openOf(account, ["site", "shop"])],
  ["an account's open invoices", "invoice_open (account=?)", ({ invoices }) => invoices.open(account)],
  ["all open invoices", "invoice_open", ({ invoices }) => invoices.open()],
  ["all invoices", "invoice_by_issue", ({ invoices }) => invoices.list({ limit })],
  ["all invoices, further", "invoice_by_issue", ({ invoices }) => invoices.list({ limit, before: issued })],
  [
    "an account's invoices",
    "invoice USING PRIMARY KEY (account=?)",
    ({ invoices }) => invoices.list({ account, limit }),
  ],
  ["all credit memos", "sqlite_autoindex_credit_memo_1", ({ creditMemos }) => creditMemos.list({ limit })],
  [
    "where a payment went",
    "application_by_source (account=? AND source=?)",
    ({ applications }) => applications.ofSource(account, "payment", ["a"]),
  ],
  [
    "a key that was used",
    "journal_key (stream=? AND actor=? AND key=?)",
    ({ journal }) => journal.byKey(account, "ann", "key"),
  ],
  ["the journal", "journal_recorded", ({ journal }) => journal.list({ limit })],
  ["the journal, further", "journal_recorded", ({ journal }) => journal.list({ limit, before: told })],
  ["the journal of a stream", "PRIMARY KEY (stream=?", ({ journal }) => journal.list({ stream: account, limit })],
  ["the journal of a type", "journal_by_type (type=?)", ({ journal }) => journal.list({ type: "time.logged", limit })],
];

test.each(asked)("%s: found through %s", async (_what, through, ask) => {
  const plan = await planOf(ask);
  expect(
    plan.some((step) => step.includes(through)),
    plan.join("\n"),
  ).toBe(true);
  expect(plan.filter((step) => /^SCAN (?!wanted|.*INDEX|.*CONSTANT)/.test(step))).toEqual([]);
});
