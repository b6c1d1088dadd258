import { Slug } from "@cimpro/domain";
import { z } from "zod";
import { everyone, managing } from "../access/roles.ts";
import { accountOf } from "../context.ts";
import { procedureFor, router } from "../trpc.ts";
import { FindGaps, findGaps } from "./gaps.ts";
import { AssignHat, assignHat, UnassignHat, unassignHat } from "./hats.ts";
import { AddPerson, addPerson, EditPerson, editPerson } from "./person.ts";

export const personRouter = router({
  add: procedureFor(managing)
    .input(AddPerson)
    .mutation(({ ctx, input }) => addPerson(ctx, input)),

  edit: procedureFor(managing)
    .input(EditPerson)
    .mutation(({ ctx, input }) => editPerson(ctx, input)),

  assign: procedureFor(managing)
    .input(AssignHat)
    .mutation(({ ctx, input }) => assignHat(ctx, input)),

  unassign: procedureFor(managing)
    .input(UnassignHat)
    .mutation(({ ctx, input }) => unassignHat(ctx, input)),

  list: procedureFor(everyone)
    .input(z.object({ account: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        return { items: await books.people.of(account.id) };
      }),
    ),

  gaps: procedureFor(everyone)
    .input(FindGaps)
    .query(({ ctx, input }) => findGaps(ctx, input)),
});
