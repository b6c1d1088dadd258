import { describe, expect, test } from "vitest";
import {
  buy,
  coveredIn,
  coverOf,
  credit,
  factsOf,
  type Kept,
  keep,
  log,
  pay,
  reverse,
  reversePayment,
  run,
  voidInvoice,
} from "../../test/kept-books.ts";
import { facts, hours, lump, monthly, openEntry, runContext, terms } from "../../test/samples.ts";
import { checkRunDay, draftInvoices } from "./run.ts";

const worked = (book: Kept, id: string, on: string, minutes: number): Kept =>
  log(book, { id, on, minutes, deliverable: null });

/** `INV-000001 2024-01-15: 90 of a` as people would write it down, work invoices only. */
const billed = (book: Kept): readonly string[] =>
  book.invoices
    .filter(({ kind }) => kind === "work")
    .map(({ number, period, lines }) => {
      const slices = lines.flatMap((line) => line.slices.map(({ entry, minutes }) => `${minutes} of ${entry}`));
      return `${number} ${period?.end}: ${slices.join(", ")}`;
    });

const books = (changes: Parameters<typeof terms>[0] = {}): Kept => keep(terms(changes));
const onPayment = { allowances: { activation: "on-payment" } } as const;

describe("a run", () => {
  test("INV-1: bills each closed period of an account by itself, up to and with the day of the run", () => {
    const book = worked(worked(worked(books(), "a", "2024-01-03", 90), "b", "2024-01-20", 60), "c", "2024-01-29", 30);
    expect(billed(run(book, "2024-01-28", "2024-02-01"))).toEqual([
      "INV-000001 2024-01-15: 90 of a",
      "INV-000002 2024-01-29: 60 of b",
    ]);
    expect(billed(run(book, "2024-01-27", "2024-02-01"))).toEqual(["INV-000001 2024-01-15: 90 of a"]);
  });

  test("INV-1: a late entry joins the next period that closes", () => {
    const closed = run(worked(books(), "a", "2024-01-03", 90), "2024-01-14", "2024-01-15");
    const late = worked(worked(closed, "late", "2024-01-05", 15), "b", "2024-01-17", 30);
    expect(billed(run(late, "2024-01-28", "2024-01-29"))).toEqual([
      "INV-000001 2024-01-15: 90 of a",
      "INV-000002 2024-01-29: 15 of late, 30 of b",
    ]);
  });

  test("INV-1: a late entry waits while no further period may close", () => {
    const closed = run(worked(books(), "a", "2024-01-03", 90), "2024-01-14", "2024-01-15");
    const late = worked(closed, "late", "2024-01-05", 15);
    expect(run(late, "2024-01-14", "2024-01-15")).toEqual(late);
  });

  test("INV-4: running again, for the same or an earlier day, changes nothing", () => {
    const once = run(worked(books(), "a", "2024-01-03", 90), "2024-01-28", "2024-02-01");
    expect(run(once, "2024-01-28", "2024-02-01")).toEqual(once);
    expect(run(once, "2024-01-14", "2024-02-01")).toEqual(once);
  });

  test("INV-1, ALW-4: first issues the allowance invoices of every month begun, then closes periods", () => {
    const bought = buy(books(), monthly("m", { minutes: hours(1) }), "2024-01-02");
    const book = run(worked(bought, "a", "2024-01-31", 90), "2024-03-01", "2024-03-02");
    expect(book.invoices.map(({ number, kind, period }) => [number, kind, period?.start])).toEqual([
      ["INV-000001", "allowance", "2024-01-01"],
      ["INV-000002", "allowance", "2024-02-01"],
      ["INV-000003", "allowance", "2024-03-01"],
      ["INV-000004", "work", "2024-01-29"],
    ]);
    expect(billed(book)).toEqual(["INV-000004 2024-02-12: 30 of a"]);
  });

  test("RATE-2, RATE-6: bills a period over a new rate on two lines", () => {
    const rateCard = [
      { validFrom: "2024-01-01", ratePerHour: 23_500 },
      { validFrom: "2024-01-08", ratePerHour: 24_400 },
    ];
    const book = worked(worked(books({ rateCard }), "a", "2024-01-08", 60), "b", "2024-01-07", 60);
    const [invoice] = run(book, "2024-01-14", "2024-01-15").invoices;
    expect(invoice?.lines.map(({ ratePerHour, amount }) => [ratePerHour, amount])).toEqual([
      [23_500, 23_500],
      [24_400, 24_400],
    ]);
  });
});

describe("pre-paid hours", () => {
  test("ALW-6: what a run froze stays, and a late entry takes what its work date's grants still have", () => {
    const bought = buy(books(), lump("l", { minutes: 100 }), "2024-01-02");
    const frozen = run(worked(bought, "a", "2024-01-10", 80), "2024-01-14", "2024-01-15");
    const book = run(worked(frozen, "late", "2024-01-03", 50), "2024-01-28", "2024-01-29");
    expect(coveredIn(book)).toEqual([
      { entry: "a", grant: "l", minutes: 80 },
      { entry: "late", grant: "l", minutes: 20 },
    ]);
    expect(billed(book)).toEqual(["INV-000002 2024-01-29: 30 of late"]);
  });

  test("ALW-5: hours bought after work was billed do not cover it again", () => {
    const closed = run(worked(books(), "a", "2024-01-10", 80), "2024-01-14", "2024-01-15");
    const book = run(buy(closed, lump("l"), "2024-01-16"), "2024-01-28", "2024-01-29");
    expect(coveredIn(book)).toEqual([]);
    expect(billed(book)).toHaveLength(1);
  });

  test("ALW-3: on payment, work that an unpaid purchase would cover stays open once and is then invoiced", () => {
    const bought = buy(books(onPayment), lump("l", { minutes: 60 }), "2024-01-02");
    const first = run(worked(bought, "a", "2024-01-10", 90), "2024-01-14", "2024-01-15");
    expect(billed(first)).toEqual(["INV-000002 2024-01-15: 30 of a"]);
    expect(billed(run(first, "2024-01-28", "2024-01-29"))).toEqual([
      "INV-000002 2024-01-15: 30 of a",
      "INV-000003 2024-01-29: 60 of a",
    ]);
  });

  test("ALW-3: on payment, work that stayed open is covered if the payment came by the next run", () => {
    const bought = buy(books(onPayment), lump("l", { minutes: 60 }), "2024-01-02");
    const first = run(worked(bought, "a", "2024-01-10", 90), "2024-01-14", "2024-01-15");
    const book = run(pay(first, "p", 23_500, "2024-01-20", "INV-000001"), "2024-01-28", "2024-01-29");
    expect(coveredIn(book)).toEqual([{ entry: "a", grant: "l", minutes: 60 }]);
    expect(billed(book)).toHaveLength(1);
  });

  test("ALW-3: on payment, a payment that is taken back leaves what was billed as it is and covers no more", () => {
    const bought = pay(buy(books(onPayment), lump("l", { minutes: 60 }), "2024-01-02"), "p", 23_500, "2024-01-03");
    const first = run(worked(bought, "a", "2024-01-10", 40), "2024-01-14", "2024-01-15");
    const book = worked(reversePayment(first, "p", "2024-01-16"), "b", "2024-01-20", 40);
    const answer = coverOf(book, "2024-01-31");
    expect(answer.cover).toMatchObject([{ id: "b", openMinutes: 40 }]);
    expect(answer.uses).toMatchObject([{ usedMinutes: 40, grant: { id: "l", state: "unpaid" } }]);
  });

  test("ALW-3: a standing payment settles each month at its issue, so that it covers at once", () => {
    const bought = buy(books(onPayment), monthly("m", { minutes: 60, paid: true }), "2024-01-02");
    const book = run(worked(bought, "a", "2024-02-05", 60), "2024-02-11", "2024-02-12");
    expect(coveredIn(book)).toEqual([{ entry: "a", grant: "m/2024-02", minutes: 60 }]);
    expect(billed(book)).toEqual([]);
  });
});

describe("corrections", () => {
  const closed = run(worked(books(), "a", "2024-01-03", 90), "2024-01-14", "2024-01-15");

  test("INV-4: minutes credited for re-billing are billed once more and no more", () => {
    const credited = credit(closed, "INV-000001", 1, 30, "rebill", "2024-01-16");
    const book = run(run(credited, "2024-01-28", "2024-01-29"), "2024-02-11", "2024-02-12");
    expect(billed(book)).toEqual(["INV-000001 2024-01-15: 90 of a", "INV-000002 2024-01-29: 30 of a"]);
  });

  test("INV-3: waived minutes are not billed again", () => {
    const credited = credit(closed, "INV-000001", 1, 30, "waive", "2024-01-16");
    expect(billed(run(credited, "2024-12-29", "2024-12-31"))).toEqual(["INV-000001 2024-01-15: 90 of a"]);
  });

  test("INV-3: voiding an invoice credits its whole total", () => {
    const book = voidInvoice(closed, "INV-000001", "rebill", "2024-01-16");
    expect(book.memos.map(({ total }) => total)).toEqual([35_250]);
  });

  test("INV-3: reversed work returns its cover to the grant and its invoiced minutes as a credit", () => {
    const bought = buy(books(), lump("l", { minutes: 60 }), "2024-01-02");
    const first = run(worked(bought, "a", "2024-01-10", 90), "2024-01-14", "2024-01-15");
    const amended = worked(reverse(first, "a", "2024-01-16"), "b", "2024-01-10", 45);
    const book = run(amended, "2024-01-28", "2024-01-29");
    expect(book.memos).toMatchObject([{ invoice: "INV-000002", total: 11_750, lines: [{ minutes: 30 }] }]);
    expect(coveredIn(book)).toEqual([{ entry: "b", grant: "l", minutes: 45 }]);
  });
});

describe("draftInvoices", () => {
  const context = runContext({ through: "2024-02-01", today: "2024-02-01" });

  test("INV-3: orders the documents of all accounts as they will be issued", () => {
    const account = (name: string, on: string) =>
      facts({
        account: name,
        allowances: [monthly(`${name}-m`, { account: name, minutes: 1, firstMonth: "2024-02" })],
        entries: [openEntry(name, on, 60)],
      });
    const draft = draftInvoices([account("bolt", "2024-01-03"), account("acme", "2024-01-16")], context);
    const told = draft.ok ? draft.value.invoices.map((each) => [each.kind, each.account]) : [];
    expect(told).toEqual([
      ["allowance", "acme"],
      ["allowance", "bolt"],
      ["work", "bolt"],
      ["work", "acme"],
    ]);
  });

  test("INV-1: says what it would close and freeze", () => {
    const draft = draftInvoices(
      [facts({ allowances: [lump("l", { minutes: 40 })], entries: [openEntry("a", "2024-01-03", 60)] })],
      context,
    );
    expect(draft).toMatchObject({
      ok: true,
      value: { closedPeriods: 2, minutes: { deposit: 0, allowance: 40, invoiced: 20, held: 0 } },
    });
  });

  test("ALW-5: work may be given in any order", () => {
    const entries = [
      openEntry("a", "2024-01-03", 60),
      openEntry("b", "2024-01-10", 30),
      openEntry("c", "2024-01-16", 30),
    ];
    const draft = (order: typeof entries) =>
      draftInvoices([facts({ allowances: [lump("l", { minutes: 70 })], entries: order })], context);
    expect(draft(entries.toReversed())).toEqual(draft(entries));
  });

  test.each([
    [23_500, { allowance: 50, invoiced: 0 }],
    [23_499, { allowance: 0, invoiced: 0 }],
  ])(
    "ALW-3, INV-6: with %i of account credit, a month's hours on payment cover the same run",
    (accountCredit, minutes) => {
      const entries = [openEntry("a", "2024-01-03", 50)];
      const given = facts({ allowances: [monthly("m", { minutes: 60 })], entries, accountCredit });
      const draft = draftInvoices([given], { ...context, terms: terms(onPayment) });
      expect(draft).toMatchObject({ ok: true, value: { minutes } });
    },
  );

  test("INV-1: takes any number of late entries in one period", () => {
    const entries = Array.from({ length: 200_000 }, (_, at) => openEntry(`${at}`, "2023-06-01", 1));
    const draft = draftInvoices([facts({ entries, closedThrough: "2024-01-15" })], context);
    expect(draft).toMatchObject({ ok: true, value: { closedPeriods: 1, minutes: { invoiced: 200_000 } } });
  });

  test("INV-4: drafting leaves the facts as they were", () => {
    const given = factsOf(worked(books(), "a", "2024-01-03", 90));
    const before = structuredClone(given);
    draftInvoices([given], context);
    expect(given).toEqual(before);
  });
});

describe("checkRunDay", () => {
  test.each(["2024-01-30", "2024-01-31"])("INV-1: on 2024-01-31 a run may reach through %s", (through) => {
    expect(checkRunDay({ through, today: "2024-01-31" })).toEqual({ ok: true, value: through });
  });

  test("INV-1: a run may not reach beyond today", () => {
    const refusal = { ok: false, rejection: { code: "RUN_AFTER_TODAY", clause: "INV-1" } };
    expect(checkRunDay({ through: "2024-02-01", today: "2024-01-31" })).toMatchObject(refusal);
    expect(draftInvoices([], runContext({ through: "2024-02-01", today: "2024-01-31" }))).toMatchObject(refusal);
  });
});
