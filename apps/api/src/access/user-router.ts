import { randomUUID } from "node:crypto";
import { Name, rejection, Slug } from "@cimpro/domain";
import { type Books, orNotFound, practiceStream, Refused, type User } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, type Context, commandOf, instant, type SignedIn } from "../context.ts";
import { invitationLetter, invitationLink } from "../messages/access-letters.ts";
import { page, pageOf, placeOf } from "../paging.ts";
import { procedureFor, publicProcedure, router } from "../trpc.ts";
import { Email } from "./email.ts";
import { hashPassword, Password } from "./password.ts";
import { Link, linkHolder, secretCommand } from "./password-router.ts";
import { administrative, customers, inviting, Role, team } from "./roles.ts";
import { newSecret, secretHash } from "./secret.ts";
import { opened } from "./session-router.ts";
import { forgetActors } from "./sign-in.ts";

const invitationLasts = 7 * 24 * 3_600_000;

const Invite = z
  .object({ account: Slug.optional(), name: Name, email: Email, role: Role })
  .refine(({ account, role }) => customers.includes(role) === (account !== undefined), {
    path: ["account"],
    error: "people of a customer need its account, people of the services team have none",
  });
const OfAccount = z.object({ account: Slug.optional() });
const One = OfAccount.extend({ user: z.string().max(60) });
const Edit = One.extend({ name: Name.optional(), email: Email.optional(), role: Role.optional() });

/** Whom a program manager looks after: everybody of the account but program managers. */
const entrusted: readonly Role[] = ["project-manager", "member"];

/** How somebody signs in is for those who look after them; colleagues see who they are. */
const seenBy = (ctx: SignedIn) => (user: User) =>
  inviting.includes(ctx.actor.role)
    ? userView(user)
    : { ...userView(user), hasSecondStep: null, hasPassword: null, lastSignInAt: null };

/** What whoever looks after a user sees of them. */
const userView = ({ lastSignInAt, hasSecondStep, hasPassword, createdAt, ...user }: User) => ({
  ...user,
  hasSecondStep,
  hasPassword,
  createdAt,
  lastSignInAt,
});

/** What the journal keeps of a user. */
const stated = ({ id, name, email, role, account, state, createdAt }: User) => ({
  ...{ id, name, email, role, account, state, createdAt },
});

function mayEntrust(ctx: SignedIn, role: string): void {
  if (ctx.actor.role === "admin" || entrusted.some((each) => each === role)) return;
  throw new Refused(rejection("FORBIDDEN", { action: `Appointing a ${role}`, roles: ["admin"] }));
}

/** The user meant, who belongs to the account where one is named; for a customer it always is. */
async function userOf(books: Books, { user, account }: z.infer<typeof One>): Promise<User> {
  if (account !== undefined) await accountOf(books, account);
  const found = await books.users.find(user);
  return orNotFound(account === undefined || found?.account === account ? found : undefined, "user", user);
}

/** Invites somebody, or again whoever did not come yet: the earlier link is good no more. */
async function invite(ctx: SignedIn, input: z.infer<typeof Invite>) {
  mayEntrust(ctx, input.role);
  const [secret, now] = [newSecret(), ctx.now()];
  return ctx.store.write(commandOf(ctx, practiceStream, "user.invited", input), async (books) => {
    const account = input.account === undefined ? null : await accountOf(books, input.account);
    const known = await books.users.invitedAs(input.email, account?.id ?? null);
    if (known !== undefined && known.state !== "invited")
      throw new Refused(rejection("USER_EXISTS", { email: input.email }));
    // Inviting again changes who somebody is to be: only whoever could edit them may.
    if (known !== undefined) mayEntrust(ctx, known.role);
    const said = { name: input.name, email: input.email, role: input.role, state: "invited" as const };
    const user: User = {
      ...{ id: randomUUID(), createdAt: instant(ctx), lastSignInAt: null, hasPassword: false, hasSecondStep: false },
      ...known,
      ...said,
      account: account?.id ?? null,
    };
    if (known === undefined) await books.users.insert(user);
    else await books.users.update(user);
    await books.access.deleteAccessLinksOf(user.id);
    await books.access.insertAccessLink({
      hash: secretHash(secret),
      app_user: user.id,
      kind: "invitation",
      created_at: instant(ctx),
      expires_at: new Date(now + invitationLasts).toISOString(),
      used_at: null,
    });
    const practice = (await books.practice.find())?.name ?? "";
    // A script, or whoever runs the process, has no name that anybody knows.
    const by = ctx.actor.user === undefined ? null : ctx.actor.name;
    const reader = { id: user.id, name: user.name, email: input.email };
    const link = { link: invitationLink(secret), lastsMs: invitationLasts };
    const invitation = { practice, by, accountName: account?.name ?? null, ...link };
    await books.outbox.put(invitationLetter(reader, user.account, invitation, secretHash(secret).slice(0, 32)));
    return { answer: userView(user), data: { user: stated(user) }, effectiveOn: await businessDay(ctx, books) };
  });
}

/** Refuses what would leave nobody who can let others in. */
async function keepAnAdmin(books: Books, user: User): Promise<void> {
  if (user.role !== "admin" || user.state !== "active") return;
  const admins = (await books.users.active(null)).filter(({ role }) => role === "admin");
  if (admins.length < 2) throw new Refused(rejection("LAST_ADMIN", { user: user.name }));
}

/** Changes who somebody is; where they belong stays. */
async function edit(ctx: SignedIn, input: z.infer<typeof Edit>) {
  const answer = await ctx.store.write(commandOf(ctx, practiceStream, "user.edited", input), async (books) => {
    const before = await userOf(books, input);
    mayEntrust(ctx, before.role);
    const role = input.role ?? before.role;
    mayEntrust(ctx, role);
    if (customers.some((each) => each === role) !== (before.account !== null))
      throw new Refused(
        rejection("MALFORMED", {
          issues: [{ path: "role", message: "somebody stays with the services team, or with their account" }],
        }),
      );
    // Whoever reads mail at the address can choose the password: only an admin says where that is.
    if (input.email !== undefined && input.email !== before.email) {
      if (ctx.actor.role !== "admin")
        throw new Refused(rejection("FORBIDDEN", { action: "Changing an email", roles: ["admin"] }));
      const taken =
        (await books.users.byEmail(input.email)) ?? (await books.users.invitedAs(input.email, before.account));
      if (taken !== undefined) throw new Refused(rejection("EMAIL_TAKEN", { email: input.email }));
    }
    if (role !== before.role) await keepAnAdmin(books, before);
    const user = { ...before, name: input.name ?? before.name, email: input.email ?? before.email, role };
    await books.users.update(user);
    return { answer: userView(user), data: { user: stated(user) }, effectiveOn: await businessDay(ctx, books) };
  });
  forgetActors(ctx.store);
  return answer;
}

/** Keeps somebody out from now on; what they did stays. Enabled again, they sign in as before. */
async function setState(ctx: SignedIn, input: z.infer<typeof One>, enabled: boolean) {
  const type = enabled ? "user.enabled" : "user.disabled";
  const answer = await ctx.store.write(commandOf(ctx, practiceStream, type, input), async (books) => {
    const before = await userOf(books, input);
    mayEntrust(ctx, before.role);
    const state = !enabled ? "disabled" : before.hasPassword ? "active" : "invited";
    const user: User = { ...before, state: enabled && before.state === "active" ? "active" : state };
    const effectiveOn = await businessDay(ctx, books);
    if (user.state === before.state) return { answer: userView(user), data: null, effectiveOn };
    if (!enabled) await keepAnAdmin(books, before);
    await books.users.update(user);
    await books.access.deleteSessionsOf(user.id);
    await books.access.deleteAccessLinksOf(user.id);
    await books.access.deletePlacesOf(user.id);
    return { answer: userView(user), data: { user: stated(user) }, effectiveOn };
  });
  forgetActors(ctx.store);
  return answer;
}

/** Turns another's second step off, who lost their phone and the recovery codes; whoever is signed in as them is out. */
async function endSecondStep(ctx: SignedIn, input: z.infer<typeof One>) {
  const answer = await ctx.store.write(
    commandOf(ctx, practiceStream, "user.second-step-ended", input),
    async (books) => {
      const user = await userOf(books, input);
      // Whoever finds an admin's screen unlocked must not get rid of what keeps them out tomorrow.
      if (user.id === ctx.actor.user) throw new Refused(rejection("SECOND_STEP_OWN", {}));
      if (!user.hasSecondStep) throw new Refused(rejection("SECOND_STEP_OFF", { user: user.name }));
      await books.users.setSecondStep(user.id, null, false);
      await books.users.putRecoveryCodes(user.id, []);
      await books.access.deleteSessionsOf(user.id);
      const answer = userView({ ...user, hasSecondStep: false });
      return { answer, data: { user: stated(user) }, effectiveOn: await businessDay(ctx, books) };
    },
  );
  forgetActors(ctx.store);
  return answer;
}

export const userRouter = router({
  invite: procedureFor(inviting)
    .input(Invite)
    .mutation(({ ctx, input }) => invite(ctx, input)),

  list: procedureFor([...team, "program-manager"])
    .input(OfAccount.extend(page))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        if (input.account !== undefined) await accountOf(books, input.account);
        const after = placeOf(input.cursor, z.tuple([z.string()]))?.[0];
        const rows = await books.users.list({ account: input.account, limit: input.limit + 1, after });
        return pageOf(rows, input.limit, ({ id }) => [id], seenBy(ctx));
      }),
    ),

  edit: procedureFor(inviting)
    .input(Edit)
    .mutation(({ ctx, input }) => edit(ctx, input)),

  disable: procedureFor(inviting)
    .input(One)
    .mutation(({ ctx, input }) => setState(ctx, input, false)),

  enable: procedureFor(inviting)
    .input(One)
    .mutation(({ ctx, input }) => setState(ctx, input, true)),

  endSecondStep: procedureFor(administrative)
    .input(One)
    .mutation(({ ctx, input }) => endSecondStep(ctx, input)),
});

/** Whom an invitation is for. */
async function invitedBy(ctx: Context, books: Books, link: string) {
  const row = await books.access.findAccessLink(secretHash(link), "invitation", instant(ctx));
  const user = row && (await books.users.find(row.app_user));
  if (user?.state !== "invited" || user.email === null) throw new Refused(rejection("LINK_EXPIRED", {}));
  return { ...user, email: user.email };
}

/** Comes in: with a name and a password of one's own choice, once. */
async function accept(
  ctx: Context,
  input: { readonly link: string; readonly name?: string | undefined; readonly password: string },
) {
  const invited = await linkHolder(ctx, (books) => invitedBy(ctx, books, input.link));
  const hash = await hashPassword(input.password);
  const user: User = { ...invited, name: input.name ?? invited.name, state: "active", hasPassword: true };
  await ctx.store.write(secretCommand(ctx, user.name, "user.joined"), async (books) => {
    if ((await books.access.useAccessLink(secretHash(input.link), "invitation", instant(ctx))) === undefined)
      throw new Refused(rejection("LINK_EXPIRED", {}));
    if ((await books.users.byEmail(invited.email)) !== undefined)
      throw new Refused(rejection("EMAIL_TAKEN", { email: invited.email }));
    await books.users.update(user);
    await books.users.setPassword(user.id, hash);
    return { answer: null, data: { user: stated(user) }, effectiveOn: await businessDay(ctx, books) };
  });
  return opened(ctx, { ...user, user: user.id });
}

export const invitationRouter = router({
  show: publicProcedure.input(z.object({ link: Link })).query(({ ctx, input }) =>
    ctx.store.read(async (books) => {
      const user = await invitedBy(ctx, books, input.link);
      const account = user.account === null ? undefined : await books.accounts.find(user.account);
      return {
        name: user.name,
        email: user.email,
        role: user.role,
        account: account?.name ?? null,
        practice: (await books.practice.find())?.name ?? "",
      };
    }),
  ),

  accept: publicProcedure
    .input(z.object({ link: Link, name: Name.optional(), password: Password }))
    .mutation(({ ctx, input }) => accept(ctx, input)),
});
