import { QuoteRequest } from "@cimpro/domain";
import { describe, expect, test } from "vitest";
import { asCents, asDay, asDuration, asHours, asMinutes, asMonth, asWhole } from "./parse.ts";

describe("durations", () => {
  test.each([
    ["90m", 90],
    ["1h30", 90],
    ["1.5h", 90],
    ["1:30", 90],
    [" 2h ", 120],
  ])("%s is %i minutes wherever a duration is taken", (text, minutes) => {
    for (const parse of [asDuration, asHours, asMinutes]) expect(parse(text)).toBe(minutes);
  });
  test("a bare number is hours, minutes or refused, as the option's name says", () => {
    expect(asHours("10")).toBe(600);
    expect(asHours("0.25")).toBe(15);
    expect(asMinutes("90")).toBe(90);
    expect(() => asDuration("90")).toThrow("write 90h for hours or 90m for minutes");
    expect(() => asMinutes("1.5")).toThrow("not whole minutes");
  });
  test("no time at all is none", () => {
    for (const text of ["0m", "0h", "0:00"]) expect(() => asDuration(text)).toThrow("more than zero");
  });
  test("the longest that hours can say is one a quote takes", () => {
    const minutes = asHours("999999.99");
    expect(QuoteRequest.safeParse({ minutes, on: "2025-03-01" }).success).toBe(true);
    expect(() => asHours("1000000")).toThrow("is not a duration");
  });
});

describe("days and months", () => {
  test("are those of the calendar", () => {
    expect(asDay("2024-02-29")).toBe("2024-02-29");
    expect(() => asDay("2025-02-29")).toThrow('"2025-02-29" is not a date of the calendar; write YYYY-MM-DD');
    expect(asMonth("2025-12")).toBe("2025-12");
    expect(() => asMonth("2025-1")).toThrow("write YYYY-MM");
  });
  test("a long word is not repeated at length", () => {
    expect(() => asDay("x".repeat(10_000))).toThrow(/^"x{40}…" is not/);
  });
});

describe("money", () => {
  test("is whole cents", () => {
    expect(asCents("70500")).toBe(70_500);
  });
  test.each([
    ["12.50", "write 1250 for 12.50"],
    ["$12.50", "write 1250 for $12.50"],
    ["12,50 USD", "write 1250 for 12,50 USD"],
    ["1e3", "write 1250 for 12.50"],
    ["-5", "write 1250 for 12.50"],
    ["", "write 1250 for 12.50"],
  ])("%j is refused with what to write", (text, hint) => {
    expect(() => asCents(text)).toThrow(hint);
  });
});

test("whole numbers have a least one", () => {
  expect(asWhole(1)("7")).toBe(7);
  for (const text of ["0", "-1", "1.5", "1e3", "many", "99999999999"]) expect(() => asWhole(1)(text)).toThrow();
});
