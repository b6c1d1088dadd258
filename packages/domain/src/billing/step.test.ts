import { describe, expect, test } from "vitest";
import { facts, lump, monthly, openEntry, runContext, terms } from "../../test/samples.ts";
import { type BillingStep, byIssueOrder, closeNextPeriod, daysToClose, monthsToInvoice } from "./step.ts";

describe("byIssueOrder", () => {
  const month = (of: string, account: string, sequence: number): BillingStep => ({
    kind: "allowance-month",
    account,
    allowance: "any",
    sequence,
    month: of,
  });
  const close = (account: string, periodEnd: string): BillingStep => ({ kind: "close-period", account, periodEnd });

  test("INV-3: allowance invoices by month, then work invoices by period end; within each by account, then purchase", () => {
    const ordered = [
      month("2024-01", "acme", 1),
      month("2024-01", "acme", 2),
      month("2024-01", "bolt", 0),
      month("2024-02", "acme", 1),
      close("bolt", "2024-01-15"),
      close("acme", "2024-01-29"),
      close("bolt", "2024-01-29"),
    ];
    expect(ordered.toReversed().toSorted(byIssueOrder)).toEqual(ordered);
  });
});

describe("monthsToInvoice", () => {
  const sale = (month: string) => ({ allowance: "a", month, settled: false, returnedMinutes: 0 });
  const months = (...args: Parameters<typeof monthsToInvoice>) => monthsToInvoice(...args).map((step) => step.month);

  test.each([
    ["the next month, once its 1st is reached", "2024-02-01", ["2024-02"]],
    ["no month that has not begun", "2024-01-31", []],
    ["each begun month that is missing", "2024-04-15", ["2024-02", "2024-03", "2024-04"]],
  ])("ALW-4: after the first month, a run invoices %s", (_what, through, expected) => {
    expect(months([monthly("a")], [sale("2024-01")], through)).toEqual(expected);
  });

  test("ALW-4: nothing is invoiced beyond the last month", () => {
    expect(months([monthly("a", { lastMonth: "2024-02" })], [sale("2024-01")], "2024-12-31")).toEqual(["2024-02"]);
  });

  test("INV-4: a month that was invoiced and credited is not invoiced again", () => {
    const sales = [{ ...sale("2024-01"), returnedMinutes: 600 }];
    expect(months([monthly("a")], sales, "2024-01-31")).toEqual([]);
  });

  test("ALW-4: a lump sum has no months to invoice", () => {
    expect(months([lump("a")], [], "2024-12-31")).toEqual([]);
  });
  test("ALW-7: an opening balance brings its first month in, and later months are invoiced", () => {
    const opening = monthly("b", { opening: true, firstMonth: "2024-01" });
    expect(months([opening], [], "2024-01-31")).toEqual([]);
    expect(months([opening], [], "2024-03-31")).toEqual(["2024-02", "2024-03"]);
  });
});

describe("closeNextPeriod", () => {
  const context = runContext({ through: "2024-02-11", today: "2024-02-12" });

  test("INV-1: only the work of the period and late work before it is billed", () => {
    const entries = [
      openEntry("late", "2023-12-20", 10),
      openEntry("a", "2024-01-16", 20),
      openEntry("b", "2024-01-28", 30),
      openEntry("next", "2024-01-29", 40),
    ];
    const closed = closeNextPeriod(facts({ entries, closedThrough: "2024-01-15" }), context);
    expect(closed).toMatchObject({ period: { start: "2024-01-15", end: "2024-01-29" }, closedThrough: "2024-01-29" });
    expect(closed?.invoice?.lines[0]?.slices.map(({ entry }) => entry)).toEqual(["late", "a", "b"]);
  });

  test("INV-1: an account may have its own grid", () => {
    const own = facts({ billingAnchor: "2024-01-04", entries: [openEntry("a", "2024-01-03", 10)] });
    expect(closeNextPeriod(own, context)?.period).toEqual({ start: "2023-12-21", end: "2024-01-04" });
  });

  test("INV-1: a period whose work was all covered closes without an invoice", () => {
    const covered = facts({ allowances: [lump("a")], entries: [openEntry("a", "2024-01-03", 10)] });
    expect(closeNextPeriod(covered, context)).toMatchObject({ invoice: null, periods: 3, closedThrough: "2024-02-12" });
  });

  test("ALW-4: a month that begins with the period's last days covers them", () => {
    const spanning = facts({
      allowances: [monthly("a", { firstMonth: "2024-02" })],
      entries: [openEntry("january", "2024-01-31", 10), openEntry("february", "2024-02-01", 20)],
    });
    expect(closeNextPeriod(spanning, context)?.invoice?.cover).toMatchObject({
      invoiced: 10,
      allowance: [{ minutes: 20 }],
    });
  });

  test("ALW-3: a period whose work waits for a payment closes without an invoice, and bills it when another closes", () => {
    const waiting = runContext({ ...context, terms: terms({ allowances: { activation: "on-payment" } }) });
    const sales = [{ allowance: "a", month: null, settled: false, returnedMinutes: 0 }];
    const entry = openEntry("a", "2024-01-03", 10);
    const books = facts({ allowances: [lump("a")], sales, entries: [entry] });
    expect(closeNextPeriod(books, waiting)).toMatchObject({ invoice: null, allocations: [{ deferred: 10 }] });
    const then = { ...books, entries: [{ ...entry, deferredOn: "2024-01-15" }], closedThrough: "2024-01-15" };
    expect(closeNextPeriod(then, waiting)?.invoice?.period).toEqual({ start: "2024-01-15", end: "2024-01-29" });
  });
});

describe("daysToClose", () => {
  const day = (on: string, minutes: number, held: number) => ({ on, minutes, held });

  test("INV-1: are those with open minutes, each once", () => {
    const days = [day("2024-01-03", 60, 0), day("2024-01-03", 30, 0), day("2024-01-05", 1, 0)];
    expect(daysToClose(days, "2024-01-15")).toEqual(["2024-01-03", "2024-01-05"]);
  });

  test("DLV-5: a day with held minutes only is among them until a run has closed it", () => {
    const days = [day("2024-01-03", 60, 60), day("2024-01-04", 60, 59), day("2024-01-15", 60, 60)];
    expect(daysToClose(days, null)).toEqual(["2024-01-03", "2024-01-04", "2024-01-15"]);
    expect(daysToClose(days, "2024-01-15")).toEqual(["2024-01-04", "2024-01-15"]);
    expect(daysToClose(days, "2024-01-29")).toEqual(["2024-01-04"]);
  });
});
