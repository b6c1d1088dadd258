import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ProductItem } from "../api/answers.ts";
import type { Tone } from "../theme/tones.ts";

export type ItemState = ProductItem["state"];

export const itemTones: Readonly<Record<ItemState, Tone>> = {
  requested: "soon",
  confirmed: "quiet",
  scheduled: "quiet",
  deployed: "good",
  rejected: "quiet",
};

const states: Readonly<Record<ItemState, MessageDescriptor>> = {
  requested: msg`Requested`,
  confirmed: msg`Confirmed`,
  scheduled: msg`Scheduled`,
  deployed: msg`Deployed`,
  rejected: msg`Rejected`,
};

const kinds: Readonly<Record<ProductItem["kind"], MessageDescriptor>> = {
  "building-block": msg`Building block`,
  bug: msg`Bug`,
};

export const stateWord = (state: ItemState): string => i18n._(states[state]);

export const kindWord = (kind: ProductItem["kind"]): string => i18n._(kinds[kind]);

/** The way of an item: what nobody has answered first, what is done with last. */
export const stateOrder: readonly ItemState[] = ["requested", "confirmed", "scheduled", "deployed", "rejected"];
