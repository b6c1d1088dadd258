import { type ChangeOrder, type ChangeOrderConsequence, formatDuration, formatMoney } from "@cimpro/domain";
import { type Block, facts, left, right } from "../../terminal/block.ts";

/** A change order, as people read it. */
export const changeOrderFacts = (order: ChangeOrder): Block =>
  facts(
    ["Change order", order.id],
    ["Deliverable", order.deliverable],
    ["Scope", order.scope],
    ["Adds", formatDuration(order.minutes)],
    ["New rush date", order.newRushBy],
    ["New expedited date", order.newExpeditedBy],
    ["Proposed on", order.proposedOn],
    ["State", order.state === "proposed" ? order.state : `${order.state} on ${order.decidedOn} by ${order.decidedBy}`],
    ["Reason", order.reason],
    ["Seal", order.seal],
  );

/** What follows from it: price, dates and guarantee, before and after. */
export const consequenceTable = (
  { on, before, after, addedPrice }: ChangeOrderConsequence,
  happened = false,
): readonly Block[] => {
  const { currency } = after.price;
  const row = (title: string, of: (work: typeof after) => string | null) => {
    const [old, changed] = [of(before) ?? "", of(after) ?? ""];
    return old === "" && changed === "" ? [] : [[title, old, changed]];
  };
  return [
    {
      kind: "table",
      title: happened ? `What followed on ${on}` : `If approved on ${on}`,
      columns: [left(""), right("Before"), right("After")],
      rows: [
        ...row("Approved time", ({ minutes }) => formatDuration(minutes)),
        ...row("Labor", ({ price }) => formatMoney(price.labor, currency)),
        ...row("Premium", ({ price }) => (price.premium === 0 ? null : formatMoney(price.premium, currency))),
        ...row("Total", ({ price }) => formatMoney(price.total, currency)),
        ...row("Rush by", ({ rushBy }) => rushBy),
        ...row("Expedited by", ({ expeditedBy }) => expeditedBy),
        ...row("Guarantee", ({ guarantee }) => (guarantee === "none" ? null : guarantee)),
      ],
    },
    facts(["Adds to the price", formatMoney(addedPrice, currency)]),
  ];
};
