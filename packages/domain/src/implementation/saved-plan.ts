import { z } from "zod";
import { Origin } from "../clauses/clause.ts";
import { Day } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import type { ParsedIssue } from "../values/issue.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { Name } from "../values/text.ts";
import { ImplementationPlan, PlanRequest, planImplementation } from "./plan.ts";
import { stepsOf } from "./repeats.ts";
import { type Checklist, type ImplementationTerms, StepId } from "./stages.ts";

/** An item of a step's checklist that somebody ticked off (IMPL-2). */
export const CheckedItem = z.object({ step: StepId, item: Slug, on: Day, by: Name }).readonly();
export type CheckedItem = z.infer<typeof CheckedItem>;

/** What the books keep of an implementation project: the facts that its plan follows from (IMPL-3, IMPL-6). */
export const SavedPlan = z
  .object({
    account: Slug,
    id: Slug,
    name: Name,
    ...PlanRequest.omit({ today: true }).shape,
    checked: z.array(CheckedItem).readonly(),
  })
  .readonly();
export type SavedPlan = z.infer<typeof SavedPlan>;

/** A step's checklist, and who ticked off what. */
export const CheckedList = z
  .object({
    step: StepId,
    items: z
      .array(
        z
          .object({
            id: Slug,
            title: z.string(),
            by: Slug,
            origin: Origin,
            /** Null while it is open. */
            checkedOn: Day.nullable(),
            checkedBy: Name.nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type CheckedList = z.infer<typeof CheckedList>;

/** A saved plan with all that follows from its facts: the calculator's answer, and its checklists. */
export const SavedPlanAnswer = z
  .object({
    plan: SavedPlan,
    ...ImplementationPlan.unwrap().shape,
    checklists: z.array(CheckedList).readonly(),
  })
  .readonly();
export type SavedPlanAnswer = z.infer<typeof SavedPlanAnswer>;

/**
 * What follows from a plan's facts on a day: steps, milestones and Go Live by the terms in force when it was ordered
 * (IMPL-3 to IMPL-6), and the checklists that the practice has now.
 */
export function savedPlanAnswer(
  plan: SavedPlan,
  today: Day,
  terms: ImplementationTerms,
  checklists: readonly Checklist[],
): Result<SavedPlanAnswer> {
  const planned = planImplementation({ ...plan, today }, terms);
  if (!planned.ok) return planned;
  const steps = new Set(planned.value.steps.map(({ id }) => id));
  const lists = checklists.filter(({ step }) => steps.has(step)).map((list) => checkedList(list, plan.checked));
  return ok({ plan, ...planned.value, checklists: lists });
}

function checkedList({ step, items }: Checklist, checked: readonly CheckedItem[]): CheckedList {
  return {
    step,
    items: items.map((item) => {
      const tick = checked.find((each) => each.step === step && each.item === item.id);
      return { ...item, checkedOn: tick?.on ?? null, checkedBy: tick?.by ?? null };
    }),
  };
}

/** The plan with a step done on a day, or not done; a step that the project does not have is malformed (IMPL-6). */
export function withStep(plan: SavedPlan, step: StepId, on: Day | null, terms: ImplementationTerms): Result<SavedPlan> {
  const has = stepsOf(plan, terms).map(({ id }) => id);
  if (!has.includes(step)) return noSuchStep(step, has);
  const others = Object.entries(plan.done).filter(([id]) => id !== step);
  return ok({ ...plan, done: Object.fromEntries(on === null ? others : [...others, [step, on]]) });
}

/** The plan with an item of a checklist ticked off, or open again; ticked off twice, the first time counts (IMPL-2). */
export function withItem(
  plan: SavedPlan,
  { step, item }: Pick<CheckedItem, "step" | "item">,
  tick: Pick<CheckedItem, "on" | "by"> | null,
  terms: ImplementationTerms,
  checklists: readonly Checklist[],
): Result<SavedPlan> {
  const has = stepsOf(plan, terms).map(({ id }) => id);
  if (!has.includes(step)) return noSuchStep(step, has);
  const items = checklists.find((list) => list.step === step)?.items ?? [];
  if (!items.some(({ id }) => id === item))
    return malformed({
      path: "item",
      message:
        items.length === 0
          ? `step ${step} has no checklist; a policy can give it one`
          : `the checklist of ${step} has no "${item}"; it has ${items.map(({ id }) => id).join(", ")}`,
    });
  const known = plan.checked.find((each) => each.step === step && each.item === item);
  if (tick !== null && known !== undefined) return ok(plan);
  const others = plan.checked.filter((each) => each !== known);
  return ok({ ...plan, checked: tick === null ? others : [...others, { step, item, ...tick }] });
}

const noSuchStep = (step: string, has: readonly string[]) =>
  malformed({ path: "step", message: `this project has no step "${step}"; it has ${has.join(", ")}` });

const malformed = (issue: ParsedIssue) => refused(rejection("MALFORMED", { issues: [issue] }));
