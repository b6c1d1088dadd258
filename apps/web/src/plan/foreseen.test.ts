import { defaultPolicy, SavedPlan, savedPlanAnswer, withItem, withStep } from "@cimpro/domain";
import { expect, test } from "vitest";
import { foreseen } from "./foreseen.ts";

const terms = defaultPolicy.implementation;
const today = "2025-03-14";
const on = { today, by: "Pat Doe", terms };

const plan = SavedPlan.parse({
  account: "acme",
  id: "first",
  name: "First",
  orderedOn: "2025-03-03",
  done: { "S1.1": "2025-03-06" },
  checked: [],
});
function answerTo(changed: SavedPlan) {
  const answer = savedPlanAnswer(changed, today, terms, terms.checklists);
  if (!answer.ok) throw new Error(answer.rejection.message);
  return answer.value;
}
const list = terms.checklists.find(({ items }) => items.length > 0);
const mark = { step: list?.step ?? "", item: list?.items[0]?.id ?? "" };

test("IMPL-4: a step that is marked done, or open again, looks at once as the server will answer", () => {
  for (const undo of [false, true]) {
    const step = undo ? "S1.1" : "S1.2";
    const kept = withStep(plan, step, undo ? null : today, terms);
    if (!kept.ok) throw new Error(kept.rejection.message);
    expect(foreseen(answerTo(plan), { step, undo }, on)).toEqual(answerTo(kept.value));
  }
});

test("IMPL-2: an item that is ticked off looks at once as the server will answer, and open again as before", () => {
  const kept = withItem(plan, mark, { on: today, by: "Pat Doe" }, terms, terms.checklists);
  if (!kept.ok) throw new Error(kept.rejection.message);
  const after = foreseen(answerTo(plan), mark, on);
  expect(after.checklists).toEqual(answerTo(kept.value).checklists);
  expect(foreseen(after, { ...mark, undo: true }, on)).toEqual(answerTo(plan));
});

test("IMPL-6: what the rules refuse changes nothing", () => {
  const answer = answerTo(plan);
  expect(foreseen(answer, { step: "S9.9" }, on)).toBe(answer);
});
