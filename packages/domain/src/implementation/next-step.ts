import type { PlannedStep } from "./plan.ts";

/** What one needs to know of a step to say whether it comes next. */
export type StepToCome = Pick<PlannedStep, "id" | "needs" | "forecast">;

/**
 * The step whose end waiting would move first: of those not done whose needs are done, the one forecast to end first.
 * Work without an end of its own comes last, by its start; null once every step is done (IMPL-4, IMPL-5).
 */
export function nextStep<S extends StepToCome>(steps: readonly S[], done: Readonly<Record<string, string>>): S | null {
  const isDone = (id: string): boolean => Object.hasOwn(done, id);
  const ready = steps.filter(({ id, needs }) => !isDone(id) && needs.every(isDone));
  return ready.toSorted(byEndThenStart)[0] ?? null;
}

function byEndThenStart({ forecast: a }: StepToCome, { forecast: b }: StepToCome): number {
  if (a.end !== b.end) return a.end !== null && (b.end === null || a.end < b.end) ? -1 : 1;
  return a.start < b.start ? -1 : a.start > b.start ? 1 : 0;
}
