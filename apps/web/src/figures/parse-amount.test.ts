import { i18n } from "@lingui/core";
import { expect, onTestFinished, test } from "vitest";
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

test.each([
  ["de-DE", "1.234,50", 123450],
  ["de-DE", "1234,5 €", 123450],
  ["de-DE", "1234.50", 123450],
  ["de-DE", "1.234", 123400],
  ["de-DE", "1,234.50", null],
  ["en-IN", "12,34,567", 123456700],
  ["en-US", "1,23", null],
])("in %s %s is %s cents", (locale, text, cents) => {
  i18n.loadAndActivate({ locale: "en", locales: [locale], messages: {} });
  onTestFinished(() => i18n.loadAndActivate({ locale: "en", locales: ["en-GB"], messages: {} }));
  expect(parseAmount(text, "EUR")).toBe(cents);
});
