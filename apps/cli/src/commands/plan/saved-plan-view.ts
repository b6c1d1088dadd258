import { defaultPolicy, type SavedPlanAnswer } from "@cimpro/domain";
import { type Block, facts, left } from "../../terminal/block.ts";
import { planView } from "./plan-view.ts";

/** A plan on the books for people: its facts, steps and milestones, and what of its checklists is open. */
export function savedPlanView({ plan, checklists, ...answer }: SavedPlanAnswer): readonly Block[] {
  const items = checklists.flatMap(({ step, items: own }) => own.map((item) => ({ step, ...item })));
  return [
    facts(
      ["Plan", plan.id],
      ["Name", plan.name],
      ["Account", plan.account],
      ["Ordered on", plan.orderedOn],
      ["Project", [plan.project, ...plan.changed].join(", ")],
    ),
    ...planView(answer, defaultPolicy.implementation),
    ...(items.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [left("Step"), left("Item"), left("What"), left("By"), left("Done")],
            rows: items.map(({ step, id, title, by, checkedOn, checkedBy }) => [
              ...[step, id, title, by],
              checkedOn === null ? "open" : `${checkedOn} by ${checkedBy}`,
            ]),
          },
        ]),
  ];
}
