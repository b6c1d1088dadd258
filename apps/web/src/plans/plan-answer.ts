import {
  type Day,
  daysBetween,
  type ImplementationPlan,
  type ImplementationTerms,
  nextStep,
  type Side,
} from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { formatDay } from "../figures/day-text.ts";

/** Where an implementation stands, in sentences: the next step, when it is connected, and the range of Go Live. */
export function planAnswer(
  plan: ImplementationPlan & { readonly plan: { readonly done: Readonly<Record<string, string>> } },
  terms: Pick<ImplementationTerms, "steps">,
  today: Day,
): string {
  const next = nextStep(plan.steps, plan.plan.done);
  const side = terms.steps.find(({ id }) => id === next?.id)?.side ?? "neither";
  const what = next === null ? t`Every step is done.` : nextWords(next.label, side);
  return `${what} ${connectedWords(plan, today)}`;
}

function nextWords(step: string, side: Side): string {
  if (side === "ours") return t`Next: ${step} (services team).`;
  return side === "theirs" ? t`Next: ${step} (customer).` : t`Next: ${step} (together).`;
}

/** `Connected Mon 7 Apr, 3 days later than planned; Go Live from Wed 7 May to Tue 7 Oct or later, no promise.` */
export function connectedWords({ milestones, goLive }: ImplementationPlan, today: Day): string {
  const connected = milestones.find(({ id }) => id === "connected");
  if (connected === undefined) return "";
  const { targetOn, forecastOn } = connected;
  const slip = daysBetween(targetOn, forecastOn);
  const day = formatDay(forecastOn, today);
  const [earliest, latest] = [formatDay(goLive.earliest, today), formatDay(goLive.latest, today)];
  if (slip === 0) return t`Connected ${day}, as planned; Go Live from ${earliest} to ${latest} or later, no promise.`;
  return slip > 0
    ? t`Connected ${day}, ${plural(slip, { one: "# day later than planned", other: "# days later than planned" })}; Go Live from ${earliest} to ${latest} or later, no promise.`
    : t`Connected ${day}, ${plural(-slip, { one: "# day earlier than planned", other: "# days earlier than planned" })}; Go Live from ${earliest} to ${latest} or later, no promise.`;
}
