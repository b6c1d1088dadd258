import { type Day, type ImplementationTerms, planImplementation, type SavedPlanAnswer, withStep } from "@cimpro/domain";

/** What somebody said about a plan: that a step ended, or that an item of its checklist is ticked off; or that not. */
export type Mark =
  | { readonly step: string; readonly undo?: boolean | undefined }
  | { readonly step: string; readonly item: string; readonly undo?: boolean | undefined };

interface On {
  readonly today: Day;
  /** Who says it. */
  readonly by: string;
  readonly terms: ImplementationTerms;
}

/**
 * A plan as it will be once the server has kept what was said, worked out by the rules that the server follows.
 * What they refuse changes nothing here: the server says why.
 */
export function foreseen<Answer extends SavedPlanAnswer>(answer: Answer, mark: Mark, { today, by, terms }: On): Answer {
  if ("item" in mark) return ticked(answer, mark, mark.undo === true ? null : { on: today, by });
  const marked = withStep(answer.plan, mark.step, mark.undo === true ? null : today, terms);
  if (!marked.ok) return answer;
  const planned = planImplementation({ ...marked.value, today }, terms);
  return planned.ok ? { ...answer, plan: marked.value, ...planned.value } : answer;
}

function ticked<Answer extends SavedPlanAnswer>(
  answer: Answer,
  { step, item }: { readonly step: string; readonly item: string },
  tick: { readonly on: Day; readonly by: string } | null,
): Answer {
  const checklists = answer.checklists.map((list) =>
    list.step !== step
      ? list
      : {
          ...list,
          items: list.items.map((each) =>
            each.id === item ? { ...each, checkedOn: tick?.on ?? null, checkedBy: tick?.by ?? null } : each,
          ),
        },
  );
  return { ...answer, checklists };
}
