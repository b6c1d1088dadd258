import { expect, test } from "vitest";
import { slipWords, turnWords } from "./turn-words.ts";

test.each([
  [
    {
      slipDays: 9,
      slip: [
        { days: 5, whose: "theirs" },
        { days: 4, whose: "ours" },
      ],
    },
    "9 days late (5 customer, 4 services team)",
    "9 days late (5 yours, 4 services team)",
  ],
  [{ slipDays: 1, slip: [{ days: 1, whose: "neither" }] }, "1 day late (1 together)", "1 day late (1 together)"],
  [{ slipDays: 3, slip: [] }, "3 days late", "3 days late"],
  [{ slipDays: 0, slip: [] }, "", ""],
  [{ slipDays: -2, slip: [{ days: -2, whose: "theirs" }] }, "2 days early", "2 days early"],
] as const)("IMPL-4: late days are told with their owners", (slip, forTeam, forCustomer) => {
  expect(slipWords(slip, "team")).toBe(forTeam);
  expect(slipWords(slip, "customer")).toBe(forCustomer);
});

test("IMPL-2: the customer's turn is theirs for the team, and yours for the customer", () => {
  expect(turnWords("theirs", "team")).toBe("Customer");
  expect(turnWords("theirs", "customer")).toBe("You");
  expect(turnWords("ours", "customer")).toBe("Services team");
});
