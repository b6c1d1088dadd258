import { rejection, Slug } from "@cimpro/domain";
import { type Books, type Message, orNotFound, practiceStream, Refused } from "@cimpro/store";
import { z } from "zod";
import { administrative, everyone } from "../access/roles.ts";
import { businessDay, commandOf, instant, type SignedIn } from "../context.ts";
import { page, pageOf, placeOf } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import { asItStands } from "./as-it-stands.ts";
import { linkOf, messageKinds, textOf, usualSite } from "./letter.ts";

/** What opens an account of its own is for the eyes of those who may open one: admins, and whoever invites to theirs. */
function mayOpen(ctx: SignedIn, message: Message): boolean {
  if (!message.linkIsSecret || ctx.actor.role === "admin") return true;
  return ctx.actor.role === "program-manager" && message.kind === "invitation";
}

function messageView(ctx: SignedIn, message: Message) {
  const site = ctx.site ?? usualSite;
  const shown = mayOpen(ctx, message) ? message : { ...message, link: null };
  return {
    id: message.id,
    account: message.account,
    kind: message.kind,
    to: { name: message.to.name, email: message.to.email },
    subject: message.subject,
    text: textOf(shown, site),
    link: shown.link === null ? null : linkOf(shown.link, site),
    state: message.state,
    attempts: message.attempts,
    nextTryAt: message.nextTryAt,
    lastError: message.lastError,
    sentAt: message.sentAt,
    /** Why it was not sent, or is not while that stays: what it told of holds no longer. */
    dropReason: message.dropReason,
    recordedAt: message.recordedAt,
  };
}

/** A customer reads what was written to themselves; a program manager also the invitations to their account. */
const isTheirs = ({ actor }: SignedIn, message: Message): boolean =>
  actor.account === undefined ||
  (message.account === actor.account &&
    ((actor.user !== undefined && message.to.user === actor.user) ||
      (actor.role === "program-manager" && message.kind === "invitation")));

/** A message that waits, in the words in which it would be sent now; where it would be dropped, with the reason. */
async function asItWaits(ctx: SignedIn, books: Books, message: Message): Promise<Message> {
  const fate = await asItStands(books, message, ctx.now());
  if ("say" in fate) return { ...message, ...fate.say, to: { ...message.to, ...fate.say.to } };
  return "drop" in fate ? { ...message, dropReason: fate.drop } : message;
}

const accountOfMessage = { account: Slug.optional() };

export const messageRouter = router({
  /** Newest first. */
  list: procedureFor(everyone)
    .input(
      z.object({
        ...accountOfMessage,
        state: z.enum(["queued", "sent", "failed", "dropped"]).optional(),
        kind: z.enum(messageKinds).optional(),
        ...page,
      }),
    )
    .query(async ({ ctx, input }) => {
      // A letter whose asking was answered already is in the list.
      await ctx.afterwards?.settled();
      return ctx.store.read(async (books) => {
        if (input.account !== undefined) orNotFound(await books.accounts.find(input.account), "account", input.account);
        const place = placeOf(input.cursor, z.tuple([z.string(), z.string()]));
        const rows = await books.outbox.list({
          account: input.account,
          state: input.state,
          kind: input.kind,
          limit: input.limit + 1,
          before: place && { recordedAt: place[0], id: place[1] },
        });
        const { items, nextCursor } = pageOf(
          rows,
          input.limit,
          ({ recordedAt, id }) => [recordedAt, id],
          (row) => row,
        );
        return {
          items: items.filter((row) => isTheirs(ctx, row)).map((row) => messageView(ctx, row)),
          nextCursor,
          /** Whether they go out by mail from here; else their links are to be copied. */
          sendsMail: ctx.sendsMail ?? false,
        };
      });
    }),

  show: procedureFor(everyone)
    .input(z.object({ ...accountOfMessage, message: z.string().max(60) }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const found = await books.outbox.find(input.message);
        const theirs = found !== undefined && isTheirs(ctx, found) ? found : undefined;
        const message = orNotFound(theirs, "message", input.message);
        return messageView(ctx, message.state === "queued" ? await asItWaits(ctx, books, message) : message);
      }),
    ),

  /** Queues again what was given up, held back by a restore, or dropped; what holds no longer is dropped instead. */
  retry: procedureFor(administrative)
    .input(z.object({ message: z.string().max(60) }))
    .mutation(({ ctx, input }) =>
      ctx.store.write(commandOf(ctx, practiceStream, "message.retried", input), async (books) => {
        const found = orNotFound(await books.outbox.find(input.message), "message", input.message);
        if (found.state === "sent") throw new Refused(rejection("MESSAGE_SENT", { message: found.id }));
        const fate = await asItStands(books, found, ctx.now());
        const dropReason = "drop" in fate ? fate.drop : null;
        if (dropReason === null) await books.outbox.retry(found.id, instant(ctx));
        else await books.outbox.drop(found.id, dropReason);
        const state = dropReason === null ? ("queued" as const) : ("dropped" as const);
        const answer = { message: found.id, state, dropReason };
        return { answer, data: { message: found.id }, effectiveOn: await businessDay(ctx, books) };
      }),
    ),
});
