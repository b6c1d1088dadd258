import type { DeliverableWait, ProductItem } from "@cimpro/domain";
import { type Block, facts, left } from "../../terminal/block.ts";

/** An item of the product team for people, with what became of it. */
export const itemView = (item: ProductItem & { readonly waits: readonly DeliverableWait[] }): readonly Block[] => [
  facts(
    ["Item", item.id],
    ["Title", item.title],
    ["Kind", item.kind],
    ["State", item.scheduledFor === null ? item.state : `${item.state}, for ${item.scheduledFor}`],
    ["Deliverable", item.deliverable],
    ["Blocks it", item.blocks ? "yes" : null],
    ["Description", item.description],
  ),
  {
    kind: "table",
    title: "What became of it",
    columns: [left("On"), left("State"), left("For"), left("By"), left("Note")],
    rows: item.steps.map(({ on, state, scheduledFor, by, note }) => [on, state, scheduledFor ?? "", by, note]),
  },
  {
    kind: "table",
    title: "What waited for it",
    columns: [left("Deliverable"), left("From"), left("To")],
    rows: item.waits.map(({ deliverable, from, to }) => [deliverable, from, to ?? "it lasts"]),
    empty: "Nothing.",
  },
];
