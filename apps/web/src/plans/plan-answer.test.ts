import { defaultPolicy, PlanRequest, planImplementation } from "@cimpro/domain";
import { expect, test } from "vitest";
import { planAnswer } from "./plan-answer.ts";

const terms = defaultPolicy.implementation;
const answerOn = (today: string, done: Record<string, string> = {}) => {
  const planned = planImplementation(PlanRequest.parse({ orderedOn: "2025-03-03", done, today }), terms);
  if (!planned.ok) throw new Error(planned.rejection.message);
  return planAnswer({ ...planned.value, plan: { done } }, terms, today);
};

test("IMPL-4, IMPL-5: the answer names the next step, whose turn it is, and what is no promise", () => {
  expect(answerOn("2025-03-03")).toMatch(/^Next: .* \(customer\)\. Connected Sun 6 Apr, as planned; Go Live from /);
  expect(answerOn("2025-03-03")).toContain("no promise");
});

test("IMPL-4: a late step moves Connected, and the answer says by how much", () => {
  expect(answerOn("2025-04-10", { "S1.1": "2025-03-09" })).toContain("days later than planned");
});

test("IMPL-4: once all is done there is no next step", () => {
  const done = Object.fromEntries(terms.steps.map(({ id }) => [id, "2025-04-01"]));
  expect(answerOn("2025-04-02", done)).toMatch(/^Every step is done\./);
});
