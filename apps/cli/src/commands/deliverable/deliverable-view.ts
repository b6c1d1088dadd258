import { type Deliverable, formatDuration } from "@cimpro/domain";
import { type Block, facts, left, line, right } from "../../terminal/block.ts";
import { memoView } from "../credit-view.ts";

type Memo = Parameters<typeof memoView>[0];

/** What a deliverable says of itself, as people read it. */
export const deliverableFacts = (deliverable: Deliverable): Block =>
  facts(
    ["Deliverable", deliverable.id],
    ["Name", deliverable.name],
    ["Account", deliverable.account],
    ["Kind", deliverable.kind],
    ["Part of", deliverable.parent],
    ["Requirements", deliverable.requirements],
    ["Planned", span(deliverable)],
    ["Draws from allowances", deliverable.drawFromAllowance ? "after its deposit" : null],
    ["Touches", deliverable.criticalWorkflows.join(", ")],
    ["State", stateOf(deliverable)],
    ["Reason", deliverable.reason],
  );

/** Estimates per phase, where there are some. */
export const estimateTable = (estimates: Deliverable["estimates"]): readonly Block[] =>
  estimates.length === 0
    ? []
    : [
        {
          kind: "table",
          columns: [left("Phase"), right("Estimate")],
          rows: estimates.map(({ phase, minutes }) => [phase, formatDuration(minutes)]),
        },
      ];

/** How work ended, and the credit of its deposit. */
export const endedView = ({
  deliverable,
  creditMemos,
}: {
  readonly deliverable: Deliverable;
  readonly creditMemos: readonly Memo[];
}): readonly Block[] => [
  deliverableFacts(deliverable),
  ...(deliverable.state === "ending" ? [line("It closes once its open time is billed.", "quiet")] : []),
  ...(deliverable.returnOutside === null || deliverable.returnOutside === 0
    ? []
    : [line('The rest of its deposit is returned where it was paid; "deliverable show" tells how much.', "bad")]),
  ...creditMemos.flatMap(memoView),
];

export const stateOf = ({ state, outcome, endedOn, closedOn }: Deliverable): string => {
  if (state === "open") return "open";
  return `${outcome ?? "ended"}${endedOn === null ? "" : ` on ${endedOn}`}, ${
    closedOn === null ? "not closed yet" : `closed on ${closedOn}`
  }`;
};

const span = ({ beginsOn, endsOn }: Deliverable): string | null =>
  beginsOn === null && endsOn === null ? null : `${beginsOn ?? "…"} to ${endsOn ?? "…"}`;
