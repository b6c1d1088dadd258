import { describe, expect, test } from "vitest";
import { quote } from "../rates/quote.ts";
import { forecastRates } from "../rates/rise-forecast.ts";
import { weekday } from "../values/day.ts";
import { defaultPolicy } from "./cimcloud.ts";
import { Policy } from "./policy.ts";
import { validatePolicy } from "./validate.ts";

describe("the default policy", () => {
  test("is a policy as it stands: parsing it changes nothing", () => {
    expect(Policy.parse(defaultPolicy)).toEqual(defaultPolicy);
  });

  test("is valid: its clauses cite known documents and settings that exist", () => {
    expect(validatePolicy(defaultPolicy)).toEqual({ ok: true, value: defaultPolicy });
  });

  test("RATE-1, LEAD-2: a rushed hour is 335 dollars", () => {
    expect(quote({ minutes: 60, leadTime: "rush", on: "2024-06-01" }, defaultPolicy).total).toBe(33_500);
  });

  test("RATE-4: rates are expected to rise by 3 to 5 per cent a year", () => {
    expect(forecastRates({ years: 1, on: "2024-06-01" }, defaultPolicy).years).toEqual([
      { year: 1, low: 24_205, high: 24_675 },
    ]);
  });

  test("ALW-2: a usual lump sum is 10 to 50 hours", () => {
    expect(defaultPolicy.allowances.usualLumpMinutes).toEqual({ min: 10 * 60, max: 50 * 60 });
  });

  test("ALW-1: allowances are for what the source lists, consulting on eCommerce first", () => {
    const { categories } = defaultPolicy.allowances;
    expect(categories).toHaveLength(11);
    expect(categories[0]).toBe("Consulting on B2B eCommerce");
    expect(new Set(categories).size).toBe(categories.length);
  });

  test("PKG-3: there is a package for a project and one for an active program", () => {
    const contexts = defaultPolicy.packages.levels.flatMap(({ fills }) => fills.flatMap((fill) => fill.contexts));
    expect(new Set(contexts)).toEqual(new Set(["project", "program"]));
  });

  test("INV-1: billing periods begin on a Monday", () => {
    expect(weekday(defaultPolicy.billing.anchor)).toBe(1);
    expect(defaultPolicy.billing.periodDays).toBe(14);
  });

  test("every setting that decides something is explained by a clause", () => {
    const explained = defaultPolicy.clauses.flatMap((clause) => clause.settings);
    const { rateCard, premiums, expectedRise, leadTimes, allowances, invoices, billing } = defaultPolicy;
    const { packages, implementation, process, holidays } = defaultPolicy;
    const groups = { premiums, leadTimes, allowances, invoices, billing, packages, implementation, process };
    const settings = [
      ...Object.keys({ rateCard, expectedRise, holidays }),
      ...Object.entries(groups).flatMap(([group, values]) => Object.keys(values).map((name) => `${group}.${name}`)),
    ];
    expect(settings.filter((setting) => !explained.includes(setting))).toEqual([]);
  });
});
