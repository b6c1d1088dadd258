import type { DeliverableWait } from "@cimpro/domain";
import { type Block, facts } from "../../terminal/block.ts";

/** A wait for people. */
export const waitView = ({ id, deliverable, whose, what, from, to }: DeliverableWait): readonly Block[] => [
  facts(
    ["Wait", id],
    ["Deliverable", deliverable],
    ["On", whoseWords[whose]],
    ["For", what],
    ["From", from],
    ["To", to ?? "it lasts"],
  ),
];

export const whoseWords = { client: "the client", product: "the product team" } as const;
