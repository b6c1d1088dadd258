import { type Day, daysBetween, type ImplementationPlan, type ImplementationTerms, nextStep } from "@cimpro/domain";
import { formatDay } from "../figures/day-text.ts";
import { turnWords } from "./turn-words.ts";

/** Where an implementation stands, in a sentence: the next step, when it is connected, and the range of Go Live. */
export function planAnswer(
  plan: ImplementationPlan & { readonly plan: { readonly done: Readonly<Record<string, string>> } },
  terms: Pick<ImplementationTerms, "steps">,
  today: Day,
): string {
  const next = nextStep(plan.steps, plan.plan.done);
  const side = terms.steps.find(({ id }) => id === next?.id)?.side ?? "neither";
  const what = next === null ? "Every step is done" : `Next: ${next.label} (${turnWords[side].toLowerCase()})`;
  return `${what}. ${connectedWords(plan, today)}`;
}

/** `Connected Mon 7 Apr, 3 days later than planned; Go Live from Wed 7 May to Tue 7 Oct or later, no promise.` */
export function connectedWords({ milestones, goLive }: ImplementationPlan, today: Day): string {
  const connected = milestones.find(({ id }) => id === "connected");
  if (connected === undefined) return "";
  const { targetOn, forecastOn } = connected;
  const slip = daysBetween(targetOn, forecastOn);
  const late =
    slip === 0
      ? "as planned"
      : `${Math.abs(slip)} ${Math.abs(slip) === 1 ? "day" : "days"} ${slip > 0 ? "later" : "earlier"} than planned`;
  return `Connected ${formatDay(forecastOn, today)}, ${late}; Go Live from ${formatDay(goLive.earliest, today)} to ${formatDay(goLive.latest, today)} or later, no promise.`;
}
