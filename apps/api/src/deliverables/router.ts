import { Deliverable, Slug } from "@cimpro/domain";
import { orNotFound } from "@cimpro/store";
import { z } from "zod";
import { approving, commercial, delivering, everyone } from "../access/roles.ts";
import { invoiceSummary, pastDueBefore } from "../billing/invoice-view.ts";
import { accountOf, businessDay, currencyOf } from "../context.ts";
import { ImportDeliverables, importDeliverables } from "../cut-over/deliverables.ts";
import { filedPlaceOf, page, pageOf, pageWithin } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import * as orders from "./change-order.ts";
import {
  AddDeliverable,
  addDeliverable,
  CancelDeliverable,
  CloseDeliverable,
  cancelDeliverable,
  closeDeliverable,
  deliverableOf,
  EditDeliverable,
  EstimateDeliverable,
  editDeliverable,
  estimateDeliverable,
  previewEnd,
} from "./deliverable.ts";
import { progressOf } from "./progress.ts";
import * as sows from "./sow.ts";
import { deliverableView } from "./view.ts";

/** Deliverables of different accounts may have the same id. */
const namesAccount = (input: { readonly account?: string | undefined; readonly deliverable?: string | undefined }) =>
  input.deliverable === undefined || input.account !== undefined;
const deliverableOfAccount = { path: ["account"], error: "say whose deliverable it is" };

export const deliverableRouter = router({
  add: procedureFor(commercial)
    .input(AddDeliverable)
    .mutation(({ ctx, input }) => addDeliverable(ctx, input)),

  edit: procedureFor(commercial)
    .input(EditDeliverable)
    .mutation(({ ctx, input }) => editDeliverable(ctx, input)),

  estimate: procedureFor(commercial)
    .input(EstimateDeliverable)
    .mutation(({ ctx, input }) => estimateDeliverable(ctx, input)),

  /** Deliverables that run in another system. */
  import: procedureFor(commercial)
    .input(ImportDeliverables)
    .mutation(({ ctx, input }) => importDeliverables(ctx, input)),

  close: procedureFor(commercial)
    .input(CloseDeliverable)
    .mutation(({ ctx, input }) => closeDeliverable(ctx, input)),

  /** What ending the work today would do; nothing is written. */
  previewEnd: procedureFor(delivering)
    .input(CloseDeliverable)
    .query(({ ctx, input }) => previewEnd(ctx, input)),

  cancel: procedureFor(commercial)
    .input(CancelDeliverable)
    .mutation(({ ctx, input }) => cancelDeliverable(ctx, input)),

  show: procedureFor(everyone)
    .input(z.object({ account: Slug, deliverable: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        return deliverableView(books, account.id, input.deliverable, await businessDay(ctx, books, account));
      }),
    ),

  /** Where each piece of work of an account stands: its phase, what is approved and used of it, its promise. */
  progress: procedureFor(everyone)
    .input(z.object({ account: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        return { items: await progressOf(books, account.id, await businessDay(ctx, books, account)) };
      }),
    ),

  /** Those of an account, in order of id; else those of all accounts by state and day, a page at a time. */
  list: procedureFor(everyone)
    .input(
      z.object({
        account: Slug.optional(),
        states: z.array(Deliverable.unwrap().shape.state.removeDefault()).min(1).readonly().optional(),
        ...page,
      }),
    )
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const { account, states, cursor, limit } = input;
        if (account !== undefined) {
          const { id } = await accountOf(books, account);
          return pageWithin(await books.deliverables.list(id, states), input);
        }
        const rows = await books.deliverables.across({ states, limit: limit + 1, after: filedPlaceOf(cursor) });
        return pageOf(
          rows,
          limit,
          ({ state, addedOn, account: of, id }) => [state, addedOn ?? "", of, id],
          (row) => row,
        );
      }),
    ),
});

export const sowRouter = router({
  issue: procedureFor(commercial)
    .input(sows.IssueSow)
    .mutation(({ ctx, input }) => sows.issue(ctx, input)),

  approve: procedureFor(approving)
    .input(sows.ApproveSow)
    .mutation(({ ctx, input }) => sows.approve(ctx, input)),

  show: procedureFor(everyone)
    .input(sows.ShowSow)
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const { id } = await deliverableOf(books, account.id, input.deliverable);
        const sow = sows.sowNamed(await books.sows.of(account.id, id), id, input.sow);
        const invoice = sow.depositInvoice === null ? undefined : await books.invoices.find(sow.depositInvoice);
        const before = await pastDueBefore(books, await businessDay(ctx, books, account));
        return {
          sow: sows.pricedSow(sow, currencyOf(await books.policies.all())),
          invoice: invoice === undefined ? null : invoiceSummary(invoice, before),
        };
      }),
    ),

  /** Those of an account or of one deliverable, oldest first; else those of all accounts by state and day. */
  list: procedureFor(everyone)
    .input(
      z
        .object({
          account: Slug.optional(),
          deliverable: Slug.optional(),
          states: z
            .array(z.enum(["issued", "approved", "replaced"]))
            .min(1)
            .readonly()
            .optional(),
          ...page,
        })
        .refine(namesAccount, deliverableOfAccount),
    )
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const { account, deliverable, states, cursor, limit } = input;
        const currency = currencyOf(await books.policies.all());
        if (account !== undefined) {
          const { id } = await accountOf(books, account);
          const all = await books.sows.of(id, deliverable);
          const meant = all.filter(({ state }) => states === undefined || states.includes(state));
          const { items, nextCursor } = pageWithin(meant, input);
          return { items: items.map((sow) => sows.pricedSow(sow, currency)), nextCursor };
        }
        const rows = await books.sows.across({ states, limit: limit + 1, after: filedPlaceOf(cursor) });
        return pageOf(
          rows,
          limit,
          ({ state, issuedOn, account: of, id }) => [state, issuedOn, of, id],
          (sow) => sows.pricedSow(sow, currency),
        );
      }),
    ),
});

export const changeOrderRouter = router({
  propose: procedureFor(commercial)
    .input(orders.ProposeChangeOrder)
    .mutation(({ ctx, input }) => orders.propose(ctx, input)),

  preview: procedureFor(everyone)
    .input(orders.PreviewChangeOrder)
    .query(({ ctx, input }) => orders.preview(ctx, input)),

  approve: procedureFor(approving)
    .input(orders.ApproveChangeOrder)
    .mutation(({ ctx, input }) => orders.approve(ctx, input)),

  decline: procedureFor(approving)
    .input(orders.DeclineChangeOrder)
    .mutation(({ ctx, input }) => orders.decline(ctx, input)),

  show: procedureFor(everyone)
    .input(orders.ShowChangeOrder)
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const found = await books.changeOrders.find(account.id, input.changeOrder);
        return orNotFound(found, "change order", input.changeOrder);
      }),
    ),

  /** Those of an account or of one deliverable, oldest first; else those of all accounts by state and day. */
  list: procedureFor(everyone)
    .input(
      z
        .object({
          account: Slug.optional(),
          deliverable: Slug.optional(),
          states: z
            .array(z.enum(["proposed", "approved", "declined"]))
            .min(1)
            .readonly()
            .optional(),
          ...page,
        })
        .refine(namesAccount, deliverableOfAccount),
    )
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const { account, deliverable, states, cursor, limit } = input;
        if (account !== undefined) {
          const { id } = await accountOf(books, account);
          const all = await books.changeOrders.of(id, deliverable);
          return pageWithin(
            all.filter(({ state }) => states === undefined || states.includes(state)),
            input,
          );
        }
        const rows = await books.changeOrders.across({ states, limit: limit + 1, after: filedPlaceOf(cursor) });
        return pageOf(
          rows,
          limit,
          ({ state, proposedOn, account: of, id }) => [state, proposedOn, of, id],
          (row) => row,
        );
      }),
    ),
});
