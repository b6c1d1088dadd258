import { rejection } from "@cimpro/domain";
import { type Books, orNotFound, Refused } from "@cimpro/store";
import { z } from "zod";
import { businessDay, type Context, instant, type SignedIn } from "../context.ts";
import { demoPeople } from "../demo/people.ts";
import { ownProcedureFor, publicProcedure, router } from "../trpc.ts";
import { Email } from "./email.ts";
import { placeFor, rememberPlace } from "./known-place.ts";
import { GivenPassword, isPassword } from "./password.ts";
import { rights } from "./rights.ts";
import { everyone } from "./roles.ts";
import { Code, useCode } from "./second-step.ts";
import { secretHash } from "./secret.ts";
import { forgetActors, openSession } from "./sign-in.ts";
import { attempted, codeLimits, signInLimits } from "./throttle.ts";

/** The user of a session; tokens and whoever runs the process have none. */
export function ownUser({ actor }: SignedIn): string {
  if (actor.user === undefined) throw new Refused(rejection("NO_USER", {}));
  return actor.user;
}

const SignIn = z.object({ email: Email, password: GivenPassword, code: Code.optional() });

/**
 * Signs in with email and password, and with the second step's code where that is on. Who is not known is answered the
 * same, as late, as who gives another password.
 */
async function signInWithPassword(ctx: Context, { email, password, code }: z.infer<typeof SignIn>) {
  const now = ctx.now();
  const place = await placeFor(ctx, email);
  const attempt = await attempted(ctx.store, signInLimits(email, place), now);
  const row = await ctx.store.read((books) => books.users.byEmail(email));
  const user = row?.state === "active" ? row : undefined;
  const right = await isPassword(user?.password_hash ?? null, password);
  if (user === undefined || !right) throw new Refused(rejection("SIGN_IN_REFUSED", {}));
  if (user.totp_enabled === 1) {
    if (code === undefined) {
      // Taken back only: who knows the password has not made up for guessed codes yet.
      await attempt.undone();
      throw new Refused(rejection("CODE_NEEDED", {}));
    }
    const guess = await attempted(ctx.store, codeLimits(user.id, place.known?.hash), now);
    if (!(await ctx.store.touch((books) => useCode(books, user, code, now))))
      throw new Refused(rejection("SIGN_IN_REFUSED", {}));
    await guess.succeeded();
  }
  await attempt.succeeded();
  return opened(ctx, { ...user, user: user.id }, user.password_hash);
}

/** Opens a session for the caller, unless the password was changed or the user disabled meanwhile. */
export async function opened(
  ctx: Context,
  who: { readonly name: string; readonly role: string; readonly account: string | null; readonly user: string },
  passwordHash?: string | null,
) {
  const answer = { signedIn: true, name: who.name, role: who.role, account: who.account };
  if (ctx.dryRun) return answer;
  const session = await ctx.store.touch(async (books) => {
    await books.access.deleteExpired(instant(ctx));
    const user = await books.users.secretsOf(who.user);
    if (user?.state !== "active" || (passwordHash !== undefined && user.password_hash !== passwordHash)) return null;
    const device = await rememberPlace(ctx, books, user);
    return { ...(await openSession(books, who, ctx.now(), ctx.visitor?.userAgent ?? "")), device };
  });
  if (session === null) throw new Refused(rejection("SIGN_IN_REFUSED", {}));
  ctx.visitor?.giveSession(session.session, session.lastsSeconds);
  if (session.device !== null) ctx.visitor?.giveDevice(session.device);
  return answer;
}

async function me(ctx: SignedIn, books: Books) {
  const { name, demo, currency, timeZone } = orNotFound(await books.practice.find(), "practice", "practice");
  const { actor } = ctx;
  const user = actor.user === undefined ? undefined : await books.users.find(actor.user);
  const account = actor.account === undefined ? undefined : await books.accounts.find(actor.account);
  return {
    name: actor.name,
    role: actor.role,
    practice: { name, demo, currency, timeZone },
    today: await businessDay(ctx, books, account),
    account: account === undefined ? null : { id: account.id, name: account.name },
    readOnly: actor.readOnly === true,
    /** Which roles may do what, so that a page offers what would succeed and says who can do the rest (ROLE-5). */
    rights: rights(),
    user:
      user === undefined
        ? null
        : {
            id: user.id,
            email: user.email,
            hasPassword: user.hasPassword,
            hasSecondStep: user.hasSecondStep,
            recoveryCodesLeft: await books.users.recoveryCodesLeft(user.id),
          },
  };
}

/** What a session is called outside: the start of its hash, which opens nothing. */
const idOf = (hash: string): string => hash.slice(0, 32);

export const sessionRouter = router({
  me: ownProcedureFor(everyone).query(({ ctx }) => ctx.store.read((books) => me(ctx, books))),

  signIn: publicProcedure.input(SignIn).mutation(({ ctx, input }) => signInWithPassword(ctx, input)),

  signOut: ownProcedureFor(everyone).mutation(async ({ ctx }) => {
    const { session, dryRun } = ctx;
    if (session !== null && !dryRun) {
      await ctx.store.touch((books) => books.access.deleteSession(secretHash(session)));
      ctx.visitor?.takeSession();
    }
    forgetActors(ctx.store);
    return { signedOut: session !== null };
  }),

  /** Where one is signed in, the latest first. */
  list: ownProcedureFor(everyone).query(({ ctx }) =>
    ctx.store.read(async (books) => {
      const own = ctx.session === null ? null : secretHash(ctx.session);
      const rows = await books.access.sessionsOf(ownUser(ctx), instant(ctx));
      return {
        items: rows.map((row) => ({
          id: idOf(row.hash),
          current: row.hash === own,
          userAgent: row.user_agent,
          createdAt: row.created_at,
          lastUsedAt: row.last_used_at,
          expiresAt: row.expires_at,
        })),
      };
    }),
  ),

  /** Ends one of one's own sessions, or all but this one. */
  revoke: ownProcedureFor(everyone)
    .input(z.object({ session: z.union([z.literal("others"), z.string().regex(/^[0-9a-f]{32}$/)]) }))
    .mutation(async ({ ctx, input }) => {
      const user = ownUser(ctx);
      const own = ctx.session === null ? null : secretHash(ctx.session);
      const work = async (books: Books) => {
        const all = await books.access.sessionsOf(user, instant(ctx));
        const ended = all.filter(({ hash }) =>
          input.session === "others" ? hash !== own : idOf(hash) === input.session,
        );
        if (input.session !== "others") orNotFound(ended[0], "session", input.session);
        if (!ctx.dryRun) for (const { hash } of ended) await books.access.deleteSession(hash);
        return { revoked: ended.length };
      };
      const answer = await (ctx.dryRun ? ctx.store.read(work) : ctx.store.touch(work));
      forgetActors(ctx.store);
      return answer;
    }),

  /** Whom one may look at the demo practice as; nobody in any other. */
  demoPeople: publicProcedure.query(({ ctx }) =>
    ctx.store.read(async (books) => {
      if ((await books.practice.find())?.demo !== true) return { demo: false, people: [] };
      const people = [];
      for (const { id } of demoPeople) {
        const user = await books.users.find(id);
        if (user?.state !== "active") continue;
        const account = user.account === null ? undefined : await books.accounts.find(user.account);
        people.push({ user: id, name: user.name, role: user.role, account: account?.name ?? null });
      }
      return { demo: true, people };
    }),
  ),

  signInAsDemo: publicProcedure.input(z.object({ user: z.string().max(60) })).mutation(async ({ ctx, input }) => {
    const user = await ctx.store.read(async (books) => {
      if ((await books.practice.find())?.demo !== true) throw new Refused(rejection("NOT_DEMO", {}));
      const known = demoPeople.some(({ id }) => id === input.user) ? await books.users.find(input.user) : undefined;
      return orNotFound(known, "person of the demo practice", input.user);
    });
    return opened(ctx, { ...user, user: user.id });
  }),
});
