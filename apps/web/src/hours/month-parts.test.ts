import { noMinutes } from "@cimpro/domain";
import { expect, test } from "vitest";
import { monthParts } from "./month-parts.ts";

test("ALW-6: open minutes stand where they would go, and no minute is lost or doubled", () => {
  const minutes = { ...noMinutes, worked: 600, allowance: 200, held: 40, open: 360 };
  const parts = monthParts({ minutes, expected: { deposit: 60, allowance: 100, invoiced: 180 } });
  const shown = parts.filter((part) => part.minutes > 0).map((part) => [part.label, part.minutes]);
  expect(Object.fromEntries(shown)).toEqual({
    Allowance: 200,
    Held: 40,
    "Not closed yet": 20,
    "Deposit, not closed yet": 60,
    "Allowance, not closed yet": 100,
    "To be invoiced": 180,
  });
  expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(600);
});
