import { z } from "zod";
import type { ProductItem } from "../api/answers.ts";
import { type ItemState, stateOrder } from "./item-words.ts";

/** What the address says about product items: filters, the item one looks at with its account, the open form. */
export const ItemSearch = z.object({
  show: z.enum(["all", "ended"]).optional().catch(undefined),
  account: z.string().optional().catch(undefined),
  item: z.string().optional().catch(undefined),
  of: z.string().optional().catch(undefined),
  ask: z.enum(["report", "update"]).optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
});
export type ItemSearch = z.infer<typeof ItemSearch>;

const open: readonly ItemState[] = ["requested", "confirmed", "scheduled"];
const ended: readonly ItemState[] = ["deployed", "rejected"];

export const itemInput = ({ show }: Pick<ItemSearch, "show">) => ({
  limit: 200,
  ...(show === "all" ? {} : { states: [...(show === "ended" ? ended : open)] }),
});

/** By state on its way, what blocks a deliverable first, then the longest reported. */
export const inOrder = <I extends Pick<ProductItem, "state" | "blocks" | "reportedOn">>(items: readonly I[]) =>
  items.toSorted(
    (a, b) =>
      stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
      Number(b.blocks) - Number(a.blocks) ||
      (a.reportedOn < b.reportedOn ? -1 : a.reportedOn > b.reportedOn ? 1 : 0),
  );
