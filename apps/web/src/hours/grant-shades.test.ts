import { expect, test } from "vitest";
import { grantShades } from "./grant-shades.ts";

const month = (...ids: readonly string[]) => ({
  grants: ids.map((grant) => ({
    ...{ grant, kind: "monthly" as const, boughtMinutes: 60, from: "2025-11-01", rolledOver: false },
    ...{ minutes: 30, expectedMinutes: 0 },
  })),
});

test("a grant has one shade in every month, and another one than those it meets", () => {
  const shades = grantShades([month("support/2025-11", "hours"), month("support/2025-10", "hours")]);
  expect([...shades]).toEqual([
    ["support/2025-10", 0],
    ["hours", 1],
    ["support/2025-11", 0],
  ]);
});

test("more grants than shades in a month share them", () =>
  expect([...grantShades([month("a", "b", "c", "d")]).values()]).toEqual([0, 1, 2, 0]));
