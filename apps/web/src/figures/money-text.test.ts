import { i18n } from "@lingui/core";
import { expect, onTestFinished, test } from "vitest";
import { formatMoney, formatMoneyInFew, formatMoneyWhole } from "./money-text.ts";

test.each([
  ["en-US", "USD", "-$1,234.50"],
  ["en-GB", "USD", "-$1,234.50"],
  ["de-DE", "EUR", "-1.234,50\u00a0€"],
])("in %s an amount in %s is written %s", (locale, currency, text) => {
  i18n.loadAndActivate({ locale: "en", locales: [locale], messages: {} });
  onTestFinished(() => i18n.loadAndActivate({ locale: "en", locales: ["en-GB"], messages: {} }));
  expect(formatMoney(-123450, currency)).toBe(text);
});

test("no cent is lost, however large the amount", () =>
  expect(formatMoney(9_007_199_254_740_991, "USD")).toBe("$90,071,992,547,409.91"));

test("an axis has few digits", () => {
  expect(formatMoneyInFew(12_000, "USD")).toBe("$12k");
  expect(formatMoneyWhole(175, "USD")).toBe("$175");
});
