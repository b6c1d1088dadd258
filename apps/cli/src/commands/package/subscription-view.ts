import { formatDuration, type Subscription } from "@cimpro/domain";
import { type Block, facts, line } from "../../terminal/block.ts";

type Ordered = Subscription & { readonly capMinutes: number };

/** What was ordered, and what speaks against it. */
export const subscriptionBlocks = ({
  subscription,
  warnings,
}: {
  readonly subscription: Ordered;
  readonly warnings: readonly { readonly message: string; readonly clause: string }[];
}): readonly Block[] => [
  facts(
    ["Subscription", subscription.id],
    ["Package", packageWords(subscription)],
    ["Hours", `${formatDuration(subscription.capMinutes)} a month`],
    ["For", subscription.context],
    ["Runs", spanWords(subscription)],
    ["Note", subscription.note],
  ),
  ...warnings.map(({ message, clause }) => line(`${message} (${clause})`, "bad")),
];

export const packageWords = ({ package: id, units }: Pick<Subscription, "package" | "units">): string =>
  `${id}, ${units} ${units === 1 ? "unit" : "units"}`;

export const spanWords = ({ orderedOn, lastOn }: Pick<Subscription, "orderedOn" | "lastOn">): string =>
  `${orderedOn} to ${lastOn ?? "…"}`;
