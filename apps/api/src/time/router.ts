import { Day, Name, Slug } from "@cimpro/domain";
import { z } from "zod";
import { commercial, everyone, team } from "../access/roles.ts";
import { accountOf } from "../context.ts";
import { page, pageOf, placeOf } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import { AmendTime, amendTime, ReverseTime, reverseTime, WriteOffTime, writeOffTime } from "./change-time.ts";
import { entryViews } from "./entry-view.ts";
import { ImportTime, importTime } from "./import-time.ts";
import { LogTime, logTime } from "./log-time.ts";

const ListTime = z.object({
  account: Slug.optional(),
  worker: Name.optional(),
  deliverable: Slug.optional(),
  package: Slug.optional(),
  from: Day.optional(),
  to: Day.optional(),
  state: z.enum(["all", "open"]).default("all"),
  ...page,
});

export const timeRouter = router({
  log: procedureFor(team)
    .input(LogTime)
    .mutation(({ ctx, input }) => logTime(ctx, input)),

  /** A customer reads what concerns them: not our own time, nor why we went on although work was stopped. */
  list: procedureFor(everyone)
    .input(ListTime)
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        if (input.account !== undefined) await accountOf(books, input.account);
        const place = placeOf(input.cursor, z.tuple([z.string(), z.string(), z.int(), z.string()]));
        const rows = await books.entries.list({
          ...input,
          open: input.state === "open",
          limit: input.limit + 1,
          ...(place === undefined
            ? {}
            : { before: { on: place[0], account: place[1], sequence: place[2], id: place[3] } }),
        });
        const { items, nextCursor } = pageOf(
          rows,
          input.limit,
          ({ on, account, sequence, id }) => [on, account, sequence, id],
          (row) => row,
        );
        if (ctx.actor.account === undefined) return { items: await entryViews(books, items), nextCursor };
        const views = await entryViews(
          books,
          items.filter(({ billable }) => billable),
        );
        return { items: views.map((view) => ({ ...view, overrideReason: null })), nextCursor };
      }),
    ),

  amend: procedureFor(team)
    .input(AmendTime)
    .mutation(({ ctx, input }) => amendTime(ctx, input)),

  reverse: procedureFor(team)
    .input(ReverseTime)
    .mutation(({ ctx, input }) => reverseTime(ctx, input)),

  writeOff: procedureFor(commercial)
    .input(WriteOffTime)
    .mutation(({ ctx, input }) => writeOffTime(ctx, input)),

  import: procedureFor(commercial)
    .input(ImportTime)
    .mutation(({ ctx, input }) => importTime(ctx, input)),
});
