import { rejection } from "@cimpro/domain";
import { type Books, practiceStream, Refused } from "@cimpro/store";
import { z } from "zod";
import { businessDay, commandOf, type SignedIn } from "../context.ts";
import { ownProcedureFor, router } from "../trpc.ts";
import { GivenPassword } from "./password.ts";
import { checkOwnPassword, sessionOf } from "./password-router.ts";
import { everyone } from "./roles.ts";
import { Code, newRecoveryCodes, newStepSecret, recoveryHash, stepAddress, useCode } from "./second-step.ts";
import { ownUser } from "./session-router.ts";
import { attempted, codeLimits } from "./throttle.ts";

async function ownSecrets(ctx: SignedIn, books: Books) {
  const user = await books.users.secretsOf(ownUser(ctx));
  if (user === undefined) throw new Refused(rejection("NO_USER", {}));
  return user;
}

/** Nothing of a code is kept, not even its hash. */
const command = (ctx: SignedIn, type: string) => ({ ...commandOf(ctx, practiceStream, type, null), key: null });

/** Makes a secret that counts once a code of it was given; it is shown this once. */
async function begin(ctx: SignedIn, password: string | undefined) {
  await checkOwnPassword(ctx, password);
  const secret = newStepSecret();
  return ctx.store.write(command(ctx, "second-step.begun"), async (books) => {
    const user = await ownSecrets(ctx, books);
    if (user.totp_enabled === 1) throw new Refused(rejection("SECOND_STEP_ON", {}));
    await books.users.setSecondStep(user.id, secret, false);
    const issuer = (await books.practice.find())?.name ?? "cimpro";
    const answer = { secret, address: stepAddress(secret, issuer, user.email ?? user.name) };
    return { answer, data: { user: user.id }, effectiveOn: await businessDay(ctx, books) };
  });
}

/** Turns the second step on; the recovery codes are shown this once. */
async function confirm(ctx: SignedIn, code: string) {
  const attempt = await attempted(ctx.store, codeLimits(ownUser(ctx), sessionOf(ctx)), ctx.now());
  const codes = newRecoveryCodes();
  const answer = await ctx.store.write(command(ctx, "second-step.on"), async (books) => {
    const user = await ownSecrets(ctx, books);
    if (user.totp_enabled === 1) throw new Refused(rejection("SECOND_STEP_ON", {}));
    if (!/^\d{6}$/.test(code) || !(await useCode(books, user, code, ctx.now())))
      throw new Refused(rejection("SECOND_STEP_CODE_WRONG", {}));
    await books.users.setSecondStep(user.id, user.totp_secret, true);
    await books.users.putRecoveryCodes(user.id, codes.map(recoveryHash));
    const effectiveOn = await businessDay(ctx, books);
    return { answer: { recoveryCodes: codes }, data: { user: user.id }, effectiveOn };
  });
  await attempt.succeeded();
  return answer;
}

/** Makes new recovery codes, shown this once; the old ones are good for nothing from then on. */
async function renewCodes(ctx: SignedIn, code: string) {
  const attempt = await attempted(ctx.store, codeLimits(ownUser(ctx), sessionOf(ctx)), ctx.now());
  const codes = newRecoveryCodes();
  const answer = await ctx.store.write(command(ctx, "second-step.codes-renewed"), async (books) => {
    const user = await ownSecrets(ctx, books);
    if (user.totp_enabled === 0) throw new Refused(rejection("SECOND_STEP_OFF", { user: user.name }));
    if (!(await useCode(books, user, code, ctx.now()))) throw new Refused(rejection("SECOND_STEP_CODE_WRONG", {}));
    await books.users.putRecoveryCodes(user.id, codes.map(recoveryHash));
    const effectiveOn = await businessDay(ctx, books);
    return { answer: { recoveryCodes: codes }, data: { user: user.id }, effectiveOn };
  });
  await attempt.succeeded();
  return answer;
}

/** Turns it off, with the password and a code. */
async function disable(ctx: SignedIn, input: { readonly password?: string | undefined; readonly code: string }) {
  await checkOwnPassword(ctx, input.password);
  const attempt = await attempted(ctx.store, codeLimits(ownUser(ctx), sessionOf(ctx)), ctx.now());
  const answer = await ctx.store.write(command(ctx, "second-step.off"), async (books) => {
    const user = await ownSecrets(ctx, books);
    const effectiveOn = await businessDay(ctx, books);
    if (user.totp_enabled === 0) return { answer: { on: false }, data: null, effectiveOn };
    if (!(await useCode(books, user, input.code, ctx.now())))
      throw new Refused(rejection("SECOND_STEP_CODE_WRONG", {}));
    await books.users.setSecondStep(user.id, null, false);
    await books.users.putRecoveryCodes(user.id, []);
    return { answer: { on: false }, data: { user: user.id }, effectiveOn };
  });
  await attempt.succeeded();
  return answer;
}

/** The second step of signing in: a code that an authenticator app shows. */
export const secondStepRouter = router({
  begin: ownProcedureFor(everyone)
    .input(z.object({ password: GivenPassword.optional() }))
    .mutation(({ ctx, input }) => begin(ctx, input.password)),

  confirm: ownProcedureFor(everyone)
    .input(z.object({ code: Code }))
    .mutation(({ ctx, input }) => confirm(ctx, input.code)),

  renewCodes: ownProcedureFor(everyone)
    .input(z.object({ code: Code }))
    .mutation(({ ctx, input }) => renewCodes(ctx, input.code)),

  disable: ownProcedureFor(everyone)
    .input(z.object({ password: GivenPassword.optional(), code: Code }))
    .mutation(({ ctx, input }) => disable(ctx, input)),
});
