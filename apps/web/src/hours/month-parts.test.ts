import { noMinutes } from "@cimpro/domain";
import { expect, test } from "vitest";
import { monthParts } from "./month-parts.ts";

test("ALW-6: open minutes stand where they would go, each grant by itself, and no minute is lost or doubled", () => {
  const minutes = { ...noMinutes, worked: 600, allowance: 200, held: 40, open: 360 };
  const expected = { deposit: 60, allowance: 100, invoiced: 180 };
  const monthly = { kind: "monthly", boughtMinutes: 120, from: "2025-11-01" } as const;
  const grants = [
    { ...monthly, grant: "a/2025-11+", rolledOver: true, minutes: 20, expectedMinutes: 0 },
    { ...monthly, grant: "a/2025-11", rolledOver: false, minutes: 120, expectedMinutes: 0 },
    {
      ...{ grant: "b", kind: "lump-sum" as const, boughtMinutes: 600, from: "2025-10-06", rolledOver: false },
      ...{ minutes: 60, expectedMinutes: 100 },
    },
  ];
  const parts = monthParts({ minutes, expected, grants }, new Map([["b", 2]]), "2025-11-20");
  const shown = parts.filter((part) => part.minutes > 0).map((part) => [part.label, part.minutes]);
  expect(Object.fromEntries(shown)).toEqual({
    "Allowance left of Oct 2025": 20,
    "Allowance of 2 h a month": 120,
    "Allowance of 10 h from Mon 6 Oct": 60,
    Held: 40,
    "Not closed yet": 20,
    "Deposit, not closed yet": 60,
    "Allowance of 10 h from Mon 6 Oct, not closed yet": 100,
    "To be invoiced": 180,
  });
  expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(600);
  expect(parts.filter(({ grant }) => grant === "b").map(({ shade }) => shade)).toEqual([2, 2]);
});
