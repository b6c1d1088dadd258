import type { ImplementationPlan, ImplementationTerms, PlannedMilestone, PlannedStep } from "@cimpro/domain";
import { type Block, facts, left } from "../../terminal/block.ts";

/** A plan for people: steps, then milestones and the range of Go Live. */
export function planView(
  { steps, milestones, goLive }: ImplementationPlan,
  terms: ImplementationTerms,
): readonly Block[] {
  const title = (id: string): string => terms.milestones.find((milestone) => milestone.id === id)?.title ?? id;
  return [
    {
      kind: "table",
      columns: [left("Step"), left("What"), left("Target"), left("Forecast"), left("Slip")],
      rows: steps.map((step) => [
        step.id,
        step.label,
        spanWords(step.target),
        spanWords(step.forecast) === spanWords(step.target) ? "as planned" : spanWords(step.forecast),
        slipWords(step),
      ]),
    },
    {
      kind: "table",
      columns: [left("Milestone"), left("Target"), left("Forecast")],
      rows: milestones.map((milestone) => [title(milestone.id), targetWords(milestone), milestone.forecastOn]),
    },
    facts([title("go-live"), `${goLive.earliest} to ${goLive.latest}, or later; never a promise`]),
  ];
}

const spanWords = ({ start, end }: PlannedStep["target"]): string =>
  end === null ? `from ${start}` : `${start} to ${end}`;

const targetWords = ({ targetOn, latestOn }: PlannedMilestone): string =>
  latestOn === undefined ? targetOn : `${targetOn}, at the latest ${latestOn}`;

/** `9 days late: 5 theirs, 4 ours`. */
function slipWords({ slipDays, slip }: PlannedStep): string {
  if (slipDays === 0) return "";
  const days = Math.abs(slipDays);
  const parts = slip.map((part) => `${Math.abs(part.days)} ${part.whose === "neither" ? "of neither" : part.whose}`);
  return `${days} ${days === 1 ? "day" : "days"} ${slipDays > 0 ? "late" : "early"}: ${parts.join(", ")}`;
}
