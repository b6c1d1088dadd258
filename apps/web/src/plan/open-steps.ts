import type { Day, SavedPlanAnswer } from "@cimpro/domain";

/** The steps whose turn it is: begun by forecast, not done, and with an end of their own; the most urgent first. */
export function openSteps({ steps, plan }: Pick<SavedPlanAnswer, "steps" | "plan">, today: Day) {
  return steps
    .filter(({ id, forecast }) => plan.done[id] === undefined && forecast.start <= today && forecast.end !== null)
    .toSorted((a, b) => ((a.target.end ?? "") < (b.target.end ?? "") ? -1 : 1));
}
