import {
  type AccountBooks,
  after,
  type Command,
  type DecisionContext,
  decide,
  defaultPolicy,
  documentsOf,
  runTerms,
} from "@cimpro/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { account, command, did, type OpenedStore, openAccount, stores } from "../../test/books.ts";
import type { Wanted } from "./window.ts";

const party = { name: "We", address: "", email: "" };
const versions = [{ version: 1, from: "2024-01-01", policy: defaultPolicy }];
const hours = {
  kind: "lump-sum",
  id: "hours",
  account: "acme",
  sequence: 1,
  minutes: 90,
  ratePerHour: 23_500,
  opening: false,
  paid: false,
  validFrom: "2024-01-01",
} as const;
const time = (id: string, on: string, minutes: number) => ({ id, on, minutes, worker: "Bo", deliverable: null });

/** A year of an account in short: each command, the day it is given on, and what of the books it looks at. */
const year: readonly (readonly [today: string, command: Command, wanted: Wanted])[] = [
  ["2024-01-02", { do: "buy", allowance: hours }, {}],
  ["2024-01-03", { do: "log", time: [time("a", "2024-01-02", 60), time("b", "2024-01-03", 120)] }, {}],
  ["2024-01-04", { do: "pay", id: "early", amount: 50_000 }, {}],
  ["2024-01-15", { do: "run", through: "2024-01-14" }, { openBefore: "2024-01-15" }],
  [
    "2024-01-16",
    { do: "credit", invoice: "INV-000002", line: 1, minutes: 30, reason: "rebill" },
    { invoice: "INV-000002" },
  ],
  [
    "2024-01-16",
    { do: "credit", invoice: "INV-000002", line: 1, minutes: 10, reason: "waive" },
    { invoice: "INV-000002" },
  ],
  ["2024-01-17", { do: "amend", entry: "a", to: { note: "Call" }, id: "a2" }, { entry: "a" }],
  ["2024-01-17", { do: "amend", entry: "a", to: { minutes: 45 }, id: "a2" }, { entry: "a" }],
  ["2024-01-18", { do: "write-off", entry: "b", minutes: 5 }, { entry: "b" }],
  ["2024-01-29", { do: "run", through: "2024-01-28" }, { openBefore: "2024-01-29" }],
  ["2024-01-30", { do: "reverse-payment", payment: "early" }, { payment: "early" }],
  ["2024-01-31", { do: "void", invoice: "INV-000002", reason: "rebill" }, { invoice: "INV-000002" }],
  ["2024-02-01", { do: "reverse", entry: "b" }, { entry: "b" }],
];

/** What a window says, but for what it holds only because it was asked for by name. */
function seen(books: AccountBooks, among: AccountBooks): unknown {
  const amounts = books.unapplied.filter(({ amount }) => amount > 0);
  const balances = [...books.invoices.values()].filter(({ balance }) => balance > 0);
  return {
    closedThrough: books.closedThrough,
    counters: books.counters,
    entries: [...among.entries.keys()].map((id) => books.entries.get(id)),
    invoices: [...among.invoices].map(([number, { lines }]) => {
      const invoice = books.invoices.get(number);
      // Lines are known of what was asked for by name.
      return lines.length === 0 ? { ...invoice, lines } : invoice;
    }),
    open: balances.map(({ number, balance }) => `${number} ${balance}`).toSorted(),
    unapplied: amounts.map(({ source, amount }) => `${source} ${amount}`).toSorted(),
    used: [...books.frozen].filter(([, minutes]) => minutes > 0),
    sales: books.sales,
    slices: books.slices.map((slice) => JSON.stringify(slice, Object.keys(slice).toSorted())).toSorted(),
  };
}

describe.each(stores)("a posted change on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
    await openAccount(opened.store, account("acme"));
  });
  afterAll(() => opened.close());

  test.each(year)(
    "INV-3, ALW-8: on %s leaves in rows what it leaves in the domain: %o",
    async (today, asked, wanted) => {
      const context: DecisionContext = {
        from: party,
        today,
        terms: runTerms(versions, today),
        recordedAt: `${today}T09:00:00.000Z`,
        recordedBy: "ann",
      };
      const before = await opened.store.read((books) => books.window("acme", wanted));
      const decided = decide(before, asked, context);
      if (!decided.ok) throw new Error(decided.rejection.message);
      expect(decided.value.length).toBeGreaterThan(0);
      await opened.store.write(command("acme", "test.posted"), async (books, head) => {
        const { invoices, creditMemos } = documentsOf(decided.value);
        await books.numbers.take("credit-memo", creditMemos.length);
        await books.numbers.take("invoice", invoices.length);
        await books.post("acme", head, decided.value);
        return did(null, {});
      });
      const expected = after(before, decided.value);
      const named = { ...wanted, ...("entry" in asked ? { entry: asked.entry } : {}) };
      const kept = await opened.store.read((books) => books.window("acme", named));
      const common = {
        ...kept,
        entries: shared(kept.entries, expected.entries),
        invoices: shared(kept.invoices, expected.invoices),
      };
      expect(seen(kept, common)).toEqual(seen({ ...expected, slices: sharedSlices(expected, kept) }, common));
    },
  );
});

const shared = <T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
  new Map([...one].filter(([key]) => other.has(key)));

/** The slices that both windows know: a run's own are not asked for by name. */
const sharedSlices = (expected: AccountBooks, kept: AccountBooks) => (kept.slices.length === 0 ? [] : expected.slices);
