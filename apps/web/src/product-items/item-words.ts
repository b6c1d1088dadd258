import type { ProductItem } from "../api/answers.ts";
import type { Tone } from "../theme/tones.ts";

export type ItemState = ProductItem["state"];

export const itemStates: Readonly<Record<ItemState, { readonly tone: Tone; readonly word: string }>> = {
  requested: { tone: "soon", word: "Requested" },
  confirmed: { tone: "quiet", word: "Confirmed" },
  scheduled: { tone: "quiet", word: "Scheduled" },
  deployed: { tone: "good", word: "Deployed" },
  rejected: { tone: "quiet", word: "Rejected" },
};

export const itemKinds: Readonly<Record<ProductItem["kind"], string>> = {
  "building-block": "Building block",
  bug: "Bug",
};

/** The way of an item: what nobody has answered first, what is done with last. */
export const stateOrder: readonly ItemState[] = ["requested", "confirmed", "scheduled", "deployed", "rejected"];
