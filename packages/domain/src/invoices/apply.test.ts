import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../values/day.ts";
import { applyAmount, type OpenInvoice, oldestFirst } from "./apply.ts";

const invoice = (number: string, issuedOn: string, balance: number, suspended = false): OpenInvoice => ({
  number,
  issuedOn,
  balance,
  suspended,
});

const january = invoice("INV-000001", "2024-01-15", 1000);
const february = invoice("INV-000002", "2024-02-12", 2000);
const disputed = invoice("INV-000003", "2024-01-02", 500, true);
const all = [february, disputed, january];

describe("applyAmount", () => {
  test.each([
    ["part of the oldest", 400, null, { "INV-000001": 400 }, 0],
    ["the oldest, then the next", 1500, null, { "INV-000001": 1000, "INV-000002": 500 }, 0],
    ["everything, and leaves credit", 3100, null, { "INV-000001": 1000, "INV-000002": 2000 }, 100],
    ["the named one before an older one", 2500, "INV-000002", { "INV-000002": 2000, "INV-000001": 500 }, 0],
    ["a suspended one only where it is named", 600, "INV-000003", { "INV-000003": 500, "INV-000001": 100 }, 0],
    ["oldest first where no such invoice is open", 400, "INV-000009", { "INV-000001": 400 }, 0],
    ["nothing for nothing", 0, null, {}, 0],
  ])("INV-6: an amount settles %s", (_what, amount, named, settled, unapplied) => {
    const answer = applyAmount(amount, all, named);
    expect(Object.fromEntries(answer.applications.map((each) => [each.invoice, each.amount]))).toEqual(settled);
    expect(answer.unapplied).toBe(unapplied);
  });

  test("INV-6: the named invoice comes first, then oldest first by issue date and number", () => {
    const sameDay = [invoice("INV-1000000", "2024-01-15", 10), invoice("INV-999999", "2024-01-15", 10), january];
    const { applications } = applyAmount(5000, [february, ...sameDay], "INV-000002");
    expect(applications.map((each) => each.invoice)).toEqual(["INV-000002", "INV-000001", "INV-999999", "INV-1000000"]);
  });

  test("INV-6: a paid invoice takes nothing, also when it is named", () => {
    expect(applyAmount(700, [{ ...january, balance: 0 }, february], "INV-000001")).toEqual({
      applications: [{ invoice: "INV-000002", amount: 700 }],
      unapplied: 0,
    });
  });

  test("INV-6: what is applied and what is left add up, and no invoice gets more than it needs", () => {
    const open = fc.record({
      number: fc.integer({ min: 1, max: 2_000_000 }).map((count) => `INV-${String(count).padStart(6, "0")}`),
      issuedOn: fc.integer({ min: 0, max: 60 }).map((day) => addDays("2024-01-01", day)),
      balance: fc.nat({ max: 1000 }),
      suspended: fc.boolean(),
    });
    const invoices = fc.uniqueArray(open, { selector: ({ number }) => number, maxLength: 8 });
    fc.assert(
      fc.property(invoices, fc.nat({ max: 5000 }), fc.nat({ max: 9 }), (some, amount, at) => {
        const named = some[at]?.number ?? null;
        const { applications, unapplied } = applyAmount(amount, some, named);
        expect(applications.reduce((sum, each) => sum + each.amount, unapplied)).toBe(amount);
        const balances = new Map(some.map(({ number, balance }) => [number, balance]));
        for (const each of applications) expect(each.amount).toBeLessThanOrEqual(balances.get(each.invoice) ?? 0);
        const willing = some.filter(({ number, suspended }) => !suspended || number === named);
        const wanted = willing.reduce((sum, { balance }) => sum + balance, 0);
        expect(unapplied).toBe(Math.max(0, amount - wanted));
      }),
    );
  });
});

test("INV-6: oldest is by issue date, then by number", () => {
  expect([february, january, disputed].toSorted(oldestFirst)).toEqual([disputed, january, february]);
});
