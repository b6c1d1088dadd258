import { expect, test } from "vitest";
import { terms } from "../../test/samples.ts";
import { unbilledAmount } from "./unbilled.ts";

const { rateOn } = terms({
  rateCard: [
    { validFrom: "2024-01-01", ratePerHour: 23_500 },
    { validFrom: "2025-01-01", ratePerHour: 24_400 },
  ],
});

test("RATE-2, RATE-5: open minutes are worth the rate of their work date, rounded once per rate", () => {
  const open = [
    { on: "2024-12-30", minutes: 1 },
    { on: "2024-12-31", minutes: 2 },
    { on: "2025-01-01", minutes: 60 },
  ];
  expect(unbilledAmount(open, rateOn)).toBe(1175 + 24_400);
});

test("no open minutes are worth nothing", () => expect(unbilledAmount([], rateOn)).toBe(0));

test("RATE-3, LEAD-2: SOW time is worth its frozen rate and its premium, also where only the premium is invoiced", () => {
  const premium = [{ ratePerHour: 10_000, minutes: 60 }];
  const open = [
    { on: "2024-12-30", minutes: 60, ratePerHour: 20_000, premium },
    { on: "2024-12-31", minutes: 0, ratePerHour: 20_000, premium },
    { on: "2024-12-31", minutes: 60, ratePerHour: null },
  ];
  expect(unbilledAmount(open, rateOn)).toBe(20_000 + 20_000 + 23_500);
});
