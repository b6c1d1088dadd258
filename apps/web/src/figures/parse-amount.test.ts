import { expect, test } from "vitest";
import { parseAmount } from "./parse-amount.ts";

test.each([
  ["1234.5", 123450],
  ["1,234.50", 123450],
  ["$ 235", 23500],
  ["0.01", 1],
  ["1.005", null],
  ["12,34", null],
  ["-5", null],
  ["", null],
])("%s is %s cents", (text, cents) => expect(parseAmount(text, "USD")).toBe(cents));

test("yen have no decimals", () => {
  expect(parseAmount("1200", "JPY")).toBe(1200);
  expect(parseAmount("1200.5", "JPY")).toBe(null);
});
