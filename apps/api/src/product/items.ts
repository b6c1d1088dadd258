import { randomUUID } from "node:crypto";
import {
  Day,
  decideItem,
  evolveItem,
  FactId,
  isEnded,
  Name,
  Note,
  type ProductItem,
  ProductItemKind,
  ProductItemState,
  rejection,
  reportItem,
  Slug,
} from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { putWait } from "../lead-times/waits.ts";

export const ReportItem = z
  .object({
    account: Slug,
    title: Name,
    kind: ProductItemKind,
    description: Note.default(""),
    deliverable: Slug.optional(),
    blocks: z.boolean().default(false),
    on: Day.optional(),
    id: FactId.optional(),
  })
  .refine(({ blocks, deliverable }) => !blocks || deliverable !== undefined, {
    path: ["deliverable"],
    error: "name the deliverable that it blocks",
  });

export const UpdateItem = z
  .object({
    account: Slug,
    item: FactId,
    state: ProductItemState.exclude(["requested"]),
    on: Day.optional(),
    scheduledFor: Day.optional(),
    note: Note.default(""),
  })
  .refine(({ state, scheduledFor }) => (state === "scheduled") === (scheduledFor !== undefined), {
    path: ["scheduledFor"],
    error: "a scheduled item has the day it is scheduled for, and no other has one",
  });

/** Reports a building block or a bug to the product team; one that blocks a deliverable starts a wait (PROD-1, PROD-2). */
export async function reportProductItem(ctx: SignedIn, input: z.infer<typeof ReportItem>) {
  return ctx.store.write(commandOf(ctx, input.account, "product-item.reported", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const { id = randomUUID(), on = today, title, kind, description, blocks } = input;
    notAfterToday("product item", on, today);
    const deliverable =
      input.deliverable === undefined
        ? null
        : orNotFound(
            await books.deliverables.find(account.id, input.deliverable),
            `deliverable of ${account.id}`,
            input.deliverable,
          ).id;
    if ((await books.productItems.find(account.id, id)) !== undefined)
      throw new Refused(rejection("PRODUCT_ITEM_EXISTS", { item: id }));
    const item = reportItem(
      { account: account.id, id, title, kind, description, deliverable, blocks, reportedOn: on },
      ctx.actor.name,
    );
    await books.productItems.put(item);
    if (blocks && deliverable !== null)
      await putWait(
        books,
        {
          ...{ account: account.id, id: randomUUID(), deliverable, whose: "product" },
          ...{ from: on, to: null, what: title, productItem: id },
        },
        null,
        today,
      );
    return { answer: await itemView(books, item), data: { productItem: id }, effectiveOn: on };
  });
}

/** Keeps what the product team says of an item; deployed or rejected, it blocks nothing any more (PROD-2). */
export async function updateProductItem(ctx: SignedIn, input: z.infer<typeof UpdateItem>) {
  return ctx.store.write(commandOf(ctx, input.account, "product-item.updated", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const { on = today, state, note, scheduledFor = null } = input;
    notAfterToday("product item", on, today);
    const before = await itemOf(books, account.id, input.item);
    const moves = orRefuse(decideItem(before, { state, on, by: ctx.actor.name, note, scheduledFor }));
    if (moves.length === 0) return { answer: await itemView(books, before), data: null, effectiveOn: on };
    const item = moves.reduce(evolveItem, before);
    await books.productItems.put(item);
    if (isEnded(item))
      for (const wait of await waitsFor(books, item))
        if (wait.to === null) await putWait(books, { ...wait, to: on < wait.from ? wait.from : on }, wait, today);
    return { answer: await itemView(books, item), data: { productItem: item.id }, effectiveOn: on };
  });
}

export const itemOf = async (books: Books, account: string, id: string): Promise<ProductItem> =>
  orNotFound(await books.productItems.find(account, id), `product item of ${account}`, id);

/** An item as people read it: with the name of the deliverable it is for. */
export const itemRow = async (books: Books, item: ProductItem) => ({
  ...item,
  deliverableName:
    item.deliverable === null
      ? null
      : ((await books.deliverables.find(item.account, item.deliverable))?.name ?? item.deliverable),
});

/** An item with the waits that it caused. */
export const itemView = async (books: Books, item: ProductItem) => ({
  ...(await itemRow(books, item)),
  waits: await waitsFor(books, item),
});

const waitsFor = async (books: Books, { account, id }: ProductItem) =>
  (await books.waits.of(account)).filter(({ productItem }) => productItem === id);
