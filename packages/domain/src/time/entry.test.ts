import { describe, expect, test } from "vitest";
import { checkWorkDate, countedMinutes, TimeEntry } from "./entry.ts";

const entry = {
  id: "0190b2b4-0000-7000-8000-000000000001",
  account: "acme",
  deliverable: null,
  worker: "Kim",
  on: "2024-02-29",
  minutes: 90,
  note: "",
  billable: true,
  settledElsewhere: false,
};

describe("TimeEntry", () => {
  test.each([
    ["general work", entry],
    ["work on a deliverable", { ...entry, deliverable: "portal" }],
    ["a minute", { ...entry, minutes: 1 }],
    ["a whole day", { ...entry, minutes: 1440 }],
  ])("%s is an entry", (_name, input) => expect(TimeEntry.parse(input)).toEqual(input));

  test.each([
    ["without time", { ...entry, minutes: 0 }],
    ["of more than a day", { ...entry, minutes: 1441 }],
    ["of part of a minute", { ...entry, minutes: 1.5 }],
    ["on no day of the calendar", { ...entry, on: "2023-02-29" }],
    ["by nobody", { ...entry, worker: "  " }],
  ])("an entry %s is refused", (_name, input) => expect(TimeEntry.safeParse(input).success).toBe(false));
});

describe("countedMinutes", () => {
  test.each([
    [1, 1, 1],
    [97, 1, 97],
    [1, 15, 15],
    [15, 15, 15],
    [16, 15, 30],
    [100, 6, 102],
    [1440, 480, 1440],
  ])("RATE-5: %d minutes in increments of %d count as %d, always rounded up", (minutes, increment, counted) => {
    expect(countedMinutes(minutes, increment)).toBe(counted);
  });
});

describe("checkWorkDate", () => {
  test.each(["1970-01-01", "2024-06-01", "2024-06-02", "2025-06-02"])("on 2024-06-01, work may be dated %s", (on) => {
    expect(checkWorkDate(on, "2024-06-01")).toEqual({ ok: true, value: on });
  });

  test.each(["1969-12-31", "0024-06-01", "2025-06-03", "2204-06-01"])(
    "on 2024-06-01, %s is taken for a mistake",
    (on) => {
      expect(checkWorkDate(on, "2024-06-01")).toMatchObject({
        ok: false,
        rejection: {
          code: "WORK_DATE_OUT_OF_RANGE",
          details: { on, earliest: "1970-01-01", latest: "2025-06-02" },
        },
      });
    },
  );
});
