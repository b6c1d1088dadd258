import { z } from "zod";
import { Day } from "../values/day.ts";
import { FactId, Slug } from "../values/id.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { Name, Note } from "../values/text.ts";

/** `building-block`: a software module that a deliverable needs (PROD-1). `bug`: found during work (PROD-2). */
export const ProductItemKind = z.enum(["building-block", "bug"]);
export type ProductItemKind = z.infer<typeof ProductItemKind>;

export const ProductItemState = z.enum(["requested", "confirmed", "rejected", "scheduled", "deployed"]);
export type ProductItemState = z.infer<typeof ProductItemState>;

/** What became of it, when and by whose word. */
export const ProductItemStep = z
  .object({ state: ProductItemState, on: Day, by: Name, note: Note, scheduledFor: Day.nullable() })
  .readonly();
export type ProductItemStep = z.infer<typeof ProductItemStep>;

/** A task of the product team: Pro Services reports it, keeps people informed, and goes on once it is deployed (PROD-2). */
export const ProductItem = z
  .object({
    account: Slug,
    id: FactId,
    title: Name,
    kind: ProductItemKind,
    description: Note,
    /** The deliverable that it was found in or is needed for. */
    deliverable: Slug.nullable(),
    /** Work on the deliverable cannot go on without it: its lead-time clock stops meanwhile (PROD-2, LEAD-6). */
    blocks: z.boolean(),
    reportedOn: Day,
    state: ProductItemState,
    /** The day the product team named for its deployment. */
    scheduledFor: Day.nullable(),
    /** The day it was deployed or rejected. */
    endedOn: Day.nullable(),
    steps: z.array(ProductItemStep).readonly(),
  })
  .readonly();
export type ProductItem = z.infer<typeof ProductItem>;

/** What somebody reports, as yet without anything that became of it. */
export type ReportedItem = Pick<
  ProductItem,
  "account" | "id" | "title" | "kind" | "description" | "deliverable" | "blocks" | "reportedOn"
>;

/** News from the product team. */
export interface ProductItemNews {
  readonly state: ProductItemState;
  readonly on: Day;
  readonly by: string;
  readonly note: string;
  /** Only, and always, when it is scheduled. */
  readonly scheduledFor: Day | null;
}

export interface ProductItemMoved {
  readonly type: "moved";
  readonly step: ProductItemStep;
}

/** What may follow a state: a scheduled item may be scheduled anew (PROD-2). */
const following: Readonly<Record<ProductItemState, readonly ProductItemState[]>> = {
  requested: ["confirmed", "rejected"],
  confirmed: ["scheduled"],
  scheduled: ["scheduled", "deployed"],
  rejected: [],
  deployed: [],
};

/** What an item may become next; nothing once the product team has done with it (PROD-2). */
export const mayBecome = ({ state }: Pick<ProductItem, "state">): readonly ProductItemState[] => following[state];

/** The product team has done with it: it is deployed or rejected, and blocks nothing any more. */
export const isEnded = (item: Pick<ProductItem, "state">): boolean => mayBecome(item).length === 0;

export const reportItem = (item: ReportedItem, by: string): ProductItem => ({
  ...item,
  state: "requested",
  scheduledFor: null,
  endedOn: null,
  steps: [{ state: "requested", on: item.reportedOn, by, note: "", scheduledFor: null }],
});

/** May it become that? What it is already yields nothing. */
export function decideItem(item: ProductItem, news: ProductItemNews): Result<readonly ProductItemMoved[]> {
  const { state, on, scheduledFor } = news;
  const same = state === item.state && (state !== "scheduled" || scheduledFor === item.scheduledFor);
  if (same) return ok([]);
  const may = mayBecome(item);
  if (!may.includes(state))
    return refused(rejection("PRODUCT_ITEM_STEP", { item: item.id, from: item.state, to: state, may }));
  const last = item.steps.at(-1)?.on ?? item.reportedOn;
  if (on < last) return refused(rejection("PRODUCT_ITEM_BACKDATED", { item: item.id, on, last }));
  return ok([{ type: "moved", step: { ...news } }]);
}

export function evolveItem(item: ProductItem, { step }: ProductItemMoved): ProductItem {
  const moved = { ...item, state: step.state, steps: [...item.steps, step] };
  return {
    ...moved,
    scheduledFor: step.scheduledFor ?? item.scheduledFor,
    endedOn: isEnded(moved) ? step.on : null,
  };
}
