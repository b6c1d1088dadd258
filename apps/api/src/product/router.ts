import { FactId, type ProductItem, ProductItemState, Slug } from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { z } from "zod";
import { delivering, everyone } from "../access/roles.ts";
import { accountOf } from "../context.ts";
import { filedPlaceOf, type Page, page, pageOf, pageWithin } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import { itemOf, itemRow, itemView, ReportItem, reportProductItem, UpdateItem, updateProductItem } from "./items.ts";

export const productItemRouter = router({
  report: procedureFor(delivering)
    .input(ReportItem)
    .mutation(({ ctx, input }) => reportProductItem(ctx, input)),

  update: procedureFor(delivering)
    .input(UpdateItem)
    .mutation(({ ctx, input }) => updateProductItem(ctx, input)),

  show: procedureFor(everyone)
    .input(z.object({ account: Slug, item: FactId }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        return itemView(books, await itemOf(books, account.id, input.item));
      }),
    ),

  /** Those of an account, or of all, by state. */
  list: procedureFor(everyone)
    .input(
      z.object({
        ...page,
        account: Slug.optional(),
        deliverable: Slug.optional(),
        states: z.array(ProductItemState).min(1).optional(),
      }),
    )
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const { states, limit } = input;
        if (input.account !== undefined) {
          const account = await accountOf(books, input.account);
          const all = await books.productItems.of(account.id, input.deliverable);
          const found = pageWithin(
            all.filter(({ state }) => states === undefined || states.includes(state)),
            input,
          );
          return named(books, found);
        }
        const after = filedPlaceOf(input.cursor);
        const items = await books.productItems.across({ states, limit: limit + 1, after });
        const found = pageOf(
          items,
          limit,
          ({ state, reportedOn, account, id }) => [state, reportedOn, account, id],
          (item) => item,
        );
        return named(books, found);
      }),
    ),
});

/** One after the other: a transaction asks one question at a time. */
async function named(books: Books, { items, nextCursor }: Page<ProductItem>) {
  const rows = [];
  for (const item of items) rows.push(await itemRow(books, item));
  return { items: rows, nextCursor };
}
