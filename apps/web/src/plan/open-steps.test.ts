import { defaultPolicy, SavedPlan, savedPlanAnswer } from "@cimpro/domain";
import { expect, test } from "vitest";
import { openSteps } from "./open-steps.ts";

const terms = defaultPolicy.implementation;
const openOn = (today: string, done: Record<string, string> = {}) => {
  const plan = SavedPlan.parse({
    account: "acme",
    id: "first",
    name: "First",
    orderedOn: "2025-03-03",
    done,
    checked: [],
  });
  const answer = savedPlanAnswer(plan, today, terms, terms.checklists);
  if (!answer.ok) throw new Error(answer.rejection.message);
  return openSteps(answer.value, today).map(({ id }) => id);
};

test("IMPL-4: it is the turn of steps that have begun and are not done", () => {
  expect(openOn("2025-03-04")).toEqual(["S1.1", "S1.2"]);
  expect(openOn("2025-03-04", { "S1.1": "2025-03-04" })).toEqual(["S1.2"]);
});

test("IMPL-5: work without an end of its own is nobody's turn", () => {
  const done = Object.fromEntries(["S1.1", "S1.2", "S1.3", "S1.4", "S1.5"].map((step) => [step, "2025-03-20"]));
  expect(openOn("2026-01-05", done)).toEqual([]);
});
