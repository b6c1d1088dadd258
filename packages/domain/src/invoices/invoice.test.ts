import { expect, test } from "vitest";
import { invoiceNumber, totalled } from "./invoice.ts";

test.each([
  [1, "INV-000001"],
  [999_999, "INV-999999"],
  [1_000_000, "INV-1000000"],
])("INV-3: invoice %d is %s", (count, number) => expect(invoiceNumber(count)).toBe(number));

test("INV-3: lines are numbered from 1, and the total is their sum, without tax", () => {
  expect(totalled([{ amount: 250 }, { amount: 1 }])).toEqual({
    lines: [
      { line: 1, amount: 250 },
      { line: 2, amount: 1 },
    ],
    subtotal: 251,
    tax: 0,
    total: 251,
  });
});
