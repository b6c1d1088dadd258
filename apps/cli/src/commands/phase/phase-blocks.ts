import type { ConditionStanding, PhaseStanding, PhaseView, Rejection } from "@cimpro/domain";
import { type Block, facts, left, line, right } from "../../terminal/block.ts";

type Phase = PhaseView & {
  readonly name: string;
  readonly criticalWorkflows: readonly string[];
  readonly advanceRefused: Pick<Rejection, "message"> | null;
};

/** Where a deliverable is, gate by gate, as people read it. */
export const phaseBlocks = (phase: Phase): readonly Block[] => [
  facts(
    ["Deliverable", `${phase.deliverable}: ${phase.name}`],
    ["Phase", `${phase.phase}: ${phase.title}`],
    ["Since", sinceWords(phase)],
    ["Critical workflows", phase.criticalWorkflows.join(", ")],
    ["Deployment", phase.deploymentOn],
    ["Delivered", phase.deliveredOn],
    ["Stabilization", stabilizationWords(phase)],
    ["Process", `of policy version ${phase.policyVersion}`],
  ),
  ...phase.phases.flatMap(gateBlocks),
  ...(phase.history.length === 0 ? [] : [historyTable(phase)]),
  line(""),
  phase.advanceRefused === null
    ? line(`Ready to advance to "${phase.next?.phase ?? ""}".`, "good")
    : line(phase.advanceRefused.message, "bad"),
];

const sinceWords = ({ since, daysInPhase }: Phase): string | null =>
  since === null || daysInPhase === null ? since : `${since}, ${daysWords(daysInPhase)}`;

const stabilizationWords = ({ stabilization: { days, endsOn, daysEarly } }: Phase): string =>
  `${daysWords(days)}${endsOn === null ? "" : `, to ${endsOn}`}${daysEarly === null ? "" : `; left today, it would be left ${daysWords(daysEarly)} early`}`;

export const daysWords = (days: number): string => `${days} day${days === 1 ? "" : "s"}`;

const gateBlocks = ({ number, phase, state, gates }: PhaseStanding): readonly Block[] =>
  gates.map(({ title, clauses, conditions }) => ({
    kind: "table",
    title: `${number ?? ""} ${phase}${state === "present" ? " (now)" : ""}: ${title} (${clauses.join(", ")})`,
    columns: [left(""), left("Condition"), left("What must hold"), left("Evidence")],
    rows: conditions.map((each) => [marks[each.state], each.condition, each.title, evidenceWords(each)]),
  }));

const marks: { readonly [S in ConditionStanding["state"]]: string } = { done: "x", missing: " ", "not-needed": "-" };

function evidenceWords({ state, statement, by, open }: ConditionStanding): string {
  if (statement !== null) return statementWords(statement);
  if (state === "not-needed") return "only for a critical workflow";
  if (open !== null) return open === 0 ? "none open" : `${open} open`;
  return `from: ${(by ?? []).join(", ")}`.replaceAll("-", " ");
}

/** Who said what, and when. */
export const statementWords = ({
  on,
  person,
  by,
  what,
  recordedBy,
}: {
  readonly on: string;
  readonly person: string;
  readonly by: string;
  readonly what: string;
  readonly recordedBy?: string | null | undefined;
}): string =>
  `${on} ${person} (${by.replaceAll("-", " ")}${recordedBy == null ? "" : `, recorded by ${recordedBy}`}): ${what}`;

/** How it came where it is. */
export const historyTable = ({ history }: Pick<PhaseView, "history">): Block => ({
  kind: "table",
  title: "Moves",
  columns: [right("On"), left("From"), left("To"), left("By"), left("Why")],
  rows: history.map(({ on, from, to, person, reason, daysEarly, override }) => [
    on,
    from,
    to,
    person,
    [
      daysEarly === undefined ? null : `${daysWords(daysEarly)} before its planned end`,
      reason,
      override === null ? null : `although stopped: ${override}`,
    ]
      .filter((why) => why !== null)
      .join("; "),
  ]),
});
