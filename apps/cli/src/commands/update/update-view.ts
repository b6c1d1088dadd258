import type { CompatibilityReview, VersionUpdate } from "@cimpro/domain";
import { type Block, facts, left } from "../../terminal/block.ts";

type Update = VersionUpdate & { readonly reviews: readonly CompatibilityReview[] };

/** An update with its reviews, as people read it. */
export const updateView = ({ id, account, version, on, state, reviews }: Update): readonly Block[] => [
  facts(["Update", `${id}: version ${version}, ${on}`], ["Account", account], ["State", state]),
  {
    kind: "table",
    columns: [left("Customization"), left("Review"), left("By"), left("New work"), left("Note")],
    rows: reviews.map((each) => [
      each.customization,
      each.decidedOn === null ? each.state : `${each.state} ${each.decidedOn}`,
      each.decidedBy ?? "",
      each.deliverable ?? "",
      each.note,
    ]),
  },
];
