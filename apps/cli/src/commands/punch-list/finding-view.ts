import type { Finding } from "@cimpro/domain";
import { type Block, facts, left, right } from "../../terminal/block.ts";

/** A punch-list item or an issue, as people read it. */
export const findingView = ({
  id,
  deliverable,
  what,
  reportedOn,
  reportedBy,
  ...finding
}: Finding): readonly Block[] => [
  facts(
    ["Finding", id],
    ["Deliverable", deliverable],
    ["What", what],
    ["Reported", `${reportedOn} by ${reportedBy}`],
    ["State", endWords(finding)],
    ["Note", finding.note],
  ),
];

export const findingTable = ({ items }: { readonly items: readonly Finding[] }): readonly Block[] => [
  {
    kind: "table",
    columns: [left("Finding"), right("Reported"), left("By"), left("What"), left("State")],
    rows: items.map((each) => [each.id, each.reportedOn, each.reportedBy, each.what, endWords(each)]),
    empty: "Nothing was found.",
  },
];

const endWords = ({ state, endedOn, endedBy }: Pick<Finding, "state" | "endedOn" | "endedBy">): string =>
  state === "open" ? "open" : `${state} ${endedOn ?? ""} by ${endedBy ?? ""}`;
