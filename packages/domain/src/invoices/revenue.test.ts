import fc from "fast-check";
import { expect, test } from "vitest";
import { type RevenueRow, revenueKinds, revenueOf } from "./revenue.ts";

test("RATE-6: revenue is told month by month and kind by kind, credits by their own month", () => {
  const answer = revenueOf(
    [
      { month: "2024-01", kind: "labor", amount: 23_500 },
      { month: "2024-01", kind: "opening", amount: 99_900 },
      { month: "2024-03", kind: "premium", amount: 5000 },
    ],
    [
      { month: "2024-02", kind: "labor", amount: 1000 },
      { month: "2024-02", kind: "deposit", amount: 500 },
    ],
    { from: "2024-01-15", to: "2024-03-02" },
  );
  const none = { labor: 0, premium: 0, allowance: 0, deposit: 0 };
  const nothing: RevenueRow = { ...none, invoiced: 0, credited: 0, credits: none, net: 0 };
  const credits = { ...none, labor: 1000, deposit: 500 };
  expect(answer.months).toEqual([
    { ...nothing, month: "2024-01", labor: 23_500, invoiced: 23_500, net: 23_500 },
    { ...nothing, month: "2024-02", credited: 1500, credits, net: -1500 },
    { ...nothing, month: "2024-03", premium: 5000, invoiced: 5000, net: 5000 },
  ]);
  expect(answer.total).toEqual({
    ...{ labor: 23_500, premium: 5000, allowance: 0, deposit: 0 },
    ...{ invoiced: 28_500, credited: 1500, credits, net: 27_000 },
  });
});

test("INV-3: nothing is lost: the total is the sum of the months, and net is invoiced less credited", () => {
  const month = fc.constantFrom("2024-01", "2024-02", "2024-03");
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ month, kind: fc.constantFrom(...revenueKinds), amount })),
      fc.array(fc.record({ month, kind: fc.constantFrom(...revenueKinds), amount })),
      (invoiced, credited) => {
        const { months, total } = revenueOf(invoiced, credited, { from: "2024-01-01", to: "2024-03-31" });
        const all = (amounts: readonly { readonly amount: number }[]) =>
          amounts.reduce((sum, each) => sum + each.amount, 0);
        expect(total).toMatchObject({ invoiced: all(invoiced), credited: all(credited) });
        for (const row of [...months, total]) {
          expect(row.net).toBe(row.invoiced - row.credited);
          expect(revenueKinds.reduce((sum, kind) => sum + row.credits[kind], 0)).toBe(row.credited);
        }
        expect(months.reduce((sum, row) => sum + row.net, 0)).toBe(total.net);
      },
    ),
  );
});
