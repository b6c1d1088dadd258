import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import type { Result } from "../values/result.ts";
import { PlanRequest, planImplementation } from "./plan.ts";
import { SavedPlan, SavedPlanAnswer, savedPlanAnswer, withItem, withStep } from "./saved-plan.ts";
import { ImplementationTerms } from "./stages.ts";

const terms = defaultPolicy.implementation;
const { checklists } = terms;
const plan = SavedPlan.parse({
  ...{ account: "acme", id: "erp-switch", name: "ERP switch", orderedOn: "2024-01-01", project: "erp-switch" },
  checked: [],
});
const tick = { on: "2024-01-05", by: "Ann" };

function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.rejection.message);
  return result.value;
}
const issueOf = (result: Result<unknown>) => (result.ok ? undefined : result.rejection.issues?.[0]);

describe("a saved plan", () => {
  test("IMPL-4: answers what the calculator answers to its facts", () => {
    const late = answerOf(withStep(plan, "S1.2", "2024-01-12", terms));
    const {
      plan: facts,
      checklists: lists,
      ...answer
    } = answerOf(savedPlanAnswer(late, "2024-01-30", terms, checklists));
    const request = PlanRequest.parse({
      ...{ orderedOn: "2024-01-01", project: "erp-switch", done: { "S1.2": "2024-01-12" }, today: "2024-01-30" },
    });
    expect(answer).toEqual(answerOf(planImplementation(request, terms)));
    expect(facts).toEqual(late);
    expect(SavedPlanAnswer.parse({ plan: facts, ...answer, checklists: lists })).toEqual({
      ...{ plan: facts, ...answer, checklists: lists },
    });
  });

  test("IMPL-4: a step is done on a day, on another, or not", () => {
    const once = answerOf(withStep(plan, "S1.2", "2024-01-12", terms));
    const again = answerOf(withStep(once, "S1.2", "2024-01-09", terms));
    expect(again.done).toEqual({ "S1.2": "2024-01-09" });
    expect(answerOf(withStep(again, "S1.2", null, terms))).toEqual(plan);
  });

  test("IMPL-6: a step of other projects is malformed", () => {
    expect(issueOf(withStep(plan, "S1.1", "2024-01-12", terms))).toEqual({
      path: "step",
      message: 'this project has no step "S1.1"; it has S1.2, S1.3, S2.5, S3.6',
    });
    expect(issueOf(withItem(plan, { step: "S1.4", item: "a" }, tick, terms, checklists))).toMatchObject({
      path: "step",
    });
  });
});

describe("checklists", () => {
  const item = "erp-sync-pre-install-checklist";
  test("IMPL-2: those that the source names are there, as its own", () => {
    expect(checklists.map(({ step, items }) => [step, items.map(({ title }) => title)])).toEqual([
      ["S1.2", ["ERP Sync Pre-Install Checklist", "ERP Sync Configuration Questionnaire"]],
      ["S1.4", ["Program Manager Onboarding Checklist", "Project Manager Onboarding Checklist"]],
      ["S1.5", ["Lead Implementer Onboarding Checklist", "Implementer Onboarding Checklist"]],
    ]);
    const tasks = terms.steps.flatMap((step) => step.tasks.map((task) => task.replace(/ \(.*/, "")));
    for (const { title, origin } of checklists.flatMap(({ items }) => items)) {
      expect(tasks).toContain(title);
      expect(origin).toBe("seed");
    }
  });

  test("IMPL-2: an item is ticked off once, and open again on request; only lists of the project's steps are shown", () => {
    const done = answerOf(withItem(plan, { step: "S1.2", item }, tick, terms, checklists));
    expect(answerOf(withItem(done, { step: "S1.2", item }, { on: "2024-02-01", by: "Ben" }, terms, checklists))).toBe(
      done,
    );
    const [list, ...others] = answerOf(savedPlanAnswer(done, "2024-01-06", terms, checklists)).checklists;
    expect(others).toEqual([]);
    expect(list?.items.map(({ id, checkedOn, checkedBy }) => [id, checkedOn, checkedBy])).toEqual([
      [item, "2024-01-05", "Ann"],
      ["erp-sync-configuration-questionnaire", null, null],
    ]);
    expect(answerOf(withItem(done, { step: "S1.2", item }, null, terms, checklists)).checked).toEqual([]);
  });

  test("IMPL-2: what is not on the list is malformed, with what is", () => {
    expect(issueOf(withItem(plan, { step: "S1.2", item: "coffee" }, tick, terms, checklists))).toEqual({
      path: "item",
      message: `the checklist of S1.2 has no "coffee"; it has ${item}, erp-sync-configuration-questionnaire`,
    });
    expect(issueOf(withItem(plan, { step: "S2.5", item: "coffee" }, tick, terms, checklists))).toMatchObject({
      message: "step S2.5 has no checklist; a policy can give it one",
    });
  });

  test("IMPL-2: a practice adds items of its own, marked as such", () => {
    const own = { step: "S2.5", items: [{ id: "home-page", title: "Home page written", by: "implementer" }] };
    const changed = ImplementationTerms.parse({ ...terms, checklists: [...checklists, own] });
    expect(changed.checklists.at(-1)?.items[0]?.origin).toBe("ours");
    const done = answerOf(withItem(plan, { step: "S2.5", item: "home-page" }, tick, changed, changed.checklists));
    expect(done.checked).toEqual([{ step: "S2.5", item: "home-page", ...tick }]);
  });

  test("a policy that says nothing of checklists has none", () => {
    const { checklists: _checklists, ...rest } = terms;
    expect(ImplementationTerms.parse(rest).checklists).toEqual([]);
  });

  test.each([
    ["an unknown step", [{ step: "S9.9", items: [] }], 'checklists.0.step: there is no step "S9.9"'],
    [
      "two lists of one step",
      [
        { step: "S1.2", items: [] },
        { step: "S1.2", items: [] },
      ],
      'checklists.1.step: "S1.2" has a checklist already',
    ],
    [
      "an item twice",
      [{ step: "S1.2", items: ["a", "a"].map((id) => ({ id, title: "A", by: "implementer" })) }],
      'checklists.0.items.1.id: "a" is there already',
    ],
    [
      "nobody to see to it",
      [{ step: "S1.2", items: [{ id: "a", title: "A", by: "the-intern" }] }],
      'checklists.0.items.0.by: there is no hat or team "the-intern"',
    ],
  ])("refuses %s", (_what, faulty, fault) => {
    const { error } = ImplementationTerms.safeParse({ ...terms, checklists: faulty });
    expect(error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`)).toEqual([fault]);
  });
});
