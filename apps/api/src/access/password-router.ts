import { rejection } from "@cimpro/domain";
import { type Books, practiceStream, Refused } from "@cimpro/store";
import { z } from "zod";
import { businessDay, type Context, commandOf, instant, type SignedIn } from "../context.ts";
import { resetLetter, resetLink } from "../messages/access-letters.ts";
import { ownProcedureFor, publicProcedure, router } from "../trpc.ts";
import { Email } from "./email.ts";
import { addressOf, placeFor, rememberPlace } from "./known-place.ts";
import { GivenPassword, hashPassword, isPassword, Password } from "./password.ts";
import { everyone } from "./roles.ts";
import { newSecret, secretHash } from "./secret.ts";
import { opened, ownUser } from "./session-router.ts";
import { forgetActors } from "./sign-in.ts";
import { attempted, linkLimits, ownLimits, resetLimits } from "./throttle.ts";

/** What tells sessions of one user apart for counting; nobody is told it. */
export const sessionOf = ({ session }: Context): string => (session === null ? "" : secretHash(session));

const resetLasts = 3_600_000;

export const Link = z.string().min(20).max(200);

/** Compares one's own password, before something that needs it; somebody who has none yet need not. */
export async function checkOwnPassword(ctx: SignedIn, password: string | undefined): Promise<void> {
  const id = ownUser(ctx);
  const user = await ctx.store.read((books) => books.users.secretsOf(id));
  if (user === undefined) throw new Refused(rejection("NO_USER", {}));
  if (user.password_hash === null) return;
  const attempt = await attempted(ctx.store, ownLimits(id, sessionOf(ctx)), ctx.now());
  if (!(await isPassword(user.password_hash, password ?? ""))) throw new Refused(rejection("PASSWORD_WRONG", {}));
  await attempt.succeeded();
}

/** A command whose input has secrets: nothing of it is kept, not even its hash. */
export const secretCommand = (ctx: Context, actor: string, type: string) => ({
  stream: practiceStream,
  type,
  actor,
  key: null,
  input: null,
  recordedAt: instant(ctx),
  dryRun: ctx.dryRun,
});

/** Changes one's own password and ends all other sessions; the second step stays. */
async function change(ctx: SignedIn, input: { readonly current?: string | undefined; readonly next: string }) {
  const user = ownUser(ctx);
  await checkOwnPassword(ctx, input.current);
  const hash = await hashPassword(input.next);
  const command = { ...commandOf(ctx, practiceStream, "password.changed", null), key: null };
  const answer = await ctx.store.write(command, async (books) => {
    await books.users.setPassword(user, hash);
    await books.access.deleteSessionsOf(user, ctx.session === null ? null : secretHash(ctx.session));
    await books.access.deleteAccessLinksOf(user);
    return { answer: { changed: true }, data: { user }, effectiveOn: await businessDay(ctx, books) };
  });
  forgetActors(ctx.store);
  return answer;
}

/**
 * Sends a link that lets a user choose another password. Who is not known is answered the same, and as soon: what is found
 * out about the email begins when the answer is out.
 */
async function requestReset(ctx: Context, email: string) {
  await attempted(ctx.store, resetLimits(email, await placeFor(ctx, email)), ctx.now());
  const send = () => sendReset(ctx, email);
  if (ctx.afterwards === undefined) await send();
  else ctx.afterwards.begin(send);
  return { asked: true };
}

async function sendReset(ctx: Context, email: string): Promise<void> {
  if (ctx.dryRun) return;
  const secret = newSecret();
  const [created_at, expires_at] = [instant(ctx), new Date(ctx.now() + resetLasts).toISOString()];
  const link = { hash: secretHash(secret), created_at, expires_at, used_at: null };
  await ctx.store.touch(async (books) => {
    await books.access.deleteExpired(created_at);
    const user = await books.users.byEmail(email);
    if (user?.state !== "active") {
      // Opens nothing, being too old; it keeps the books as busy as a letter does, for whoever times what they ask next.
      const nobody = { name: "", role: "", app_user: null, expires_at: created_at };
      return void (await books.access.insertLink({ ...link, ...nobody }));
    }
    await books.access.insertAccessLink({ ...link, kind: "reset", app_user: user.id });
    const practice = (await books.practice.find())?.name ?? "";
    const reset = { practice, link: resetLink(secret), lastsMs: resetLasts };
    await books.outbox.put(resetLetter({ ...user, email }, user.account, reset, link.hash), created_at);
  });
}

/** Whoever a link is for; one that is for nobody counts as a guess. */
export async function linkHolder<T>(ctx: Context, find: (books: Books) => Promise<T>): Promise<T> {
  try {
    return await ctx.store.read(find);
  } catch (error) {
    await attempted(ctx.store, linkLimits(addressOf(ctx)), ctx.now());
    throw error;
  }
}

/** Chooses another password by a link: all sessions end, and one begins. With a second step, its code is asked first. */
async function useReset(ctx: Context, input: { readonly link: string; readonly password: string }) {
  const user = await linkHolder(ctx, (books) => holderOf(ctx, books, input.link));
  const hash = await hashPassword(input.password);
  const device = await ctx.store.write(secretCommand(ctx, user.name, "password.reset"), async (books) => {
    if ((await books.access.useAccessLink(secretHash(input.link), "reset", instant(ctx))) === undefined)
      throw new Refused(rejection("LINK_EXPIRED", {}));
    await books.users.setPassword(user.id, hash);
    await books.access.deleteSessionsOf(user.id);
    await books.access.deleteAccessLinksOf(user.id);
    // Whoever reads the mail may go on from here, whoever else guesses meanwhile.
    return {
      answer: await rememberPlace(ctx, books, user),
      data: { user: user.id },
      effectiveOn: await businessDay(ctx, books),
    };
  });
  forgetActors(ctx.store);
  // Whoever reads the mail has not shown the second step.
  if (user.hasSecondStep) {
    if (device !== null && !ctx.dryRun) ctx.visitor?.giveDevice(device);
    return { changed: true, signedIn: false };
  }
  const { signedIn } = await opened(ctx, { ...user, user: user.id });
  return { changed: true, signedIn };
}

/** Whom a reset link is for. */
async function holderOf(ctx: Context, books: Books, link: string) {
  const row = await books.access.findAccessLink(secretHash(link), "reset", instant(ctx));
  const user = row && (await books.users.find(row.app_user));
  if (user?.state !== "active") throw new Refused(rejection("LINK_EXPIRED", {}));
  return user;
}

export const passwordRouter = router({
  /** Without a password yet, the current one is left out. */
  change: ownProcedureFor(everyone)
    .input(z.object({ current: GivenPassword.optional(), next: Password }))
    .mutation(({ ctx, input }) => change(ctx, input)),

  requestReset: publicProcedure
    .input(z.object({ email: Email }))
    .mutation(({ ctx, input }) => requestReset(ctx, input.email)),

  /** Whom a link is for, before they choose. */
  showReset: publicProcedure.input(z.object({ link: Link })).query(async ({ ctx, input }) => {
    const { name, email } = await ctx.store.read((books) => holderOf(ctx, books, input.link));
    return { name, email };
  }),

  reset: publicProcedure
    .input(z.object({ link: Link, password: Password }))
    .mutation(({ ctx, input }) => useReset(ctx, input)),
});
