import { addDays, Day, FactId, Note, RequestSize, Slug } from "@cimpro/domain";
import { type Books, orNotFound } from "@cimpro/store";
import { z } from "zod";
import { commercial, delivering, everyone, team } from "../access/roles.ts";
import { accountOf, businessDay, type Context } from "../context.ts";
import { page } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import { AcceptRequest, acceptRequest } from "./accept.ts";
import { changeRequest, SubmitRequest, submitRequest } from "./change-request.ts";
import { backlogPage, promises, queuePage } from "./queue.ts";
import { type RequestView, requestView, type Viewing } from "./request-view.ts";

const which = { account: Slug, request: FactId };
const said = Note.trim().min(1, "must not be empty");
const on = Day.optional();

/** Promises are counted over the requests of a year, unless another day is named. */
const daysCounted = 365;

export const requestRouter = router({
  /** The customer's people ask for themselves; the team may put a call on record (REQ-1, REQ-2). */
  submit: procedureFor(everyone)
    .input(SubmitRequest)
    .mutation(({ ctx, input }) => submitRequest(ctx, input)),

  /** Appends a note, or states why it is wanted sooner (REQ-2). */
  note: procedureFor(everyone)
    .input(
      z
        .object({ ...which, text: said.optional(), expediteWish: said.optional() })
        .refine((input) => (input.text ?? input.expediteWish) !== undefined, {
          path: ["text"],
          error: "say something",
        }),
    )
    .mutation(({ ctx, input: { text, expediteWish, ...input } }) =>
      changeRequest(ctx, { ...input, text, expediteWish }, "request.noted", () => [
        ...(text === undefined ? [] : [{ type: "note" as const, text }]),
        ...(expediteWish === undefined ? [] : [{ type: "wish-for-speed" as const, text: expediteWish }]),
      ]),
    ),

  /** Starts the review; sets a size, and records a follow-up, where they are stated (REQ-1, REQ-3). */
  triage: procedureFor(delivering)
    .input(z.object({ ...which, size: RequestSize.optional(), followUp: said.optional(), on }))
    .mutation(({ ctx, input }) =>
      changeRequest(ctx, input, "request.triaged", (_books, { state }) => [
        ...(state === "accepted" && input.size !== undefined ? [] : [{ type: "review" as const }]),
        ...(input.size === undefined ? [] : [{ type: "size" as const, size: input.size }]),
        ...(input.followUp === undefined ? [] : [{ type: "follow-up" as const, text: input.followUp }]),
      ]),
    ),

  /** Records that somebody followed up, which stops the clock (REQ-1). */
  followUp: procedureFor(delivering)
    .input(z.object({ ...which, note: said, on }))
    .mutation(({ ctx, input }) =>
      changeRequest(ctx, input, "request.followed-up", () => [{ type: "follow-up", text: input.note }]),
    ),

  accept: procedureFor(commercial)
    .input(AcceptRequest)
    .mutation(({ ctx, input }) => acceptRequest(ctx, input)),

  decline: procedureFor(commercial)
    .input(z.object({ ...which, reason: said, on }))
    .mutation(({ ctx, input }) =>
      changeRequest(ctx, input, "request.declined", () => [{ type: "decline", reason: input.reason }]),
    ),

  withdraw: procedureFor(everyone)
    .input(z.object({ ...which, reason: Note.default("") }))
    .mutation(({ ctx, input }) =>
      changeRequest(ctx, input, "request.withdrawn", () => [{ type: "withdraw", reason: input.reason }]),
    ),

  show: procedureFor(everyone)
    .input(z.object(which))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const viewing = await viewingOf(ctx, books, input.account);
        const request = await books.requests.find(input.account, input.request);
        return requestView(viewing, orNotFound(request, "request", input.request));
      }),
    ),

  /** All requests of an account, in the order in which they were submitted to the books. */
  list: procedureFor(everyone)
    .input(z.object({ account: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const viewing = await viewingOf(ctx, books, input.account);
        const items: RequestView[] = [];
        for (const request of await books.requests.of(input.account)) items.push(await requestView(viewing, request));
        return { items };
      }),
    ),

  queue: procedureFor(team)
    .input(z.object(page))
    .query(({ ctx, input }) => ctx.store.read(async (books) => queuePage(await viewingOf(ctx, books), input))),

  backlog: procedureFor(team)
    .input(z.object(page))
    .query(({ ctx, input }) => ctx.store.read(async (books) => backlogPage(await viewingOf(ctx, books), input))),

  promises: procedureFor(team)
    .input(z.object({ since: Day.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const viewing = await viewingOf(ctx, books);
        return promises(viewing, input.since ?? addDays(viewing.today, -daysCounted));
      }),
    ),
});

/** What requests are looked at with, on the account's day or the practice's. */
async function viewingOf(ctx: Context, books: Books, account?: string): Promise<Viewing> {
  const today = await businessDay(ctx, books, account === undefined ? undefined : await accountOf(books, account));
  return { books, versions: await books.policies.all(), today };
}
