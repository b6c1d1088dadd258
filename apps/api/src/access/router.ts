import { randomUUID } from "node:crypto";
import { Day, Name } from "@cimpro/domain";
import { orNotFound, practiceStream } from "@cimpro/store";
import { z } from "zod";
import { businessDay, commandOf, instant } from "../context.ts";
import { procedureFor, router } from "../trpc.ts";
import { administrative, Role, team } from "./roles.ts";
import { newSecret, secretHash } from "./secret.ts";
import { forgetActors } from "./sign-in.ts";

export const sessionRouter = router({
  me: procedureFor(team).query(({ ctx }) =>
    ctx.store.read(async (books) => {
      const { name, demo, currency, timeZone } = orNotFound(await books.practice.find(), "practice", "practice");
      return {
        name: ctx.actor.name,
        role: ctx.actor.role,
        practice: { name, demo, currency, timeZone },
        today: await businessDay(ctx, books),
      };
    }),
  ),

  signOut: procedureFor(team).mutation(async ({ ctx }) => {
    const { session, dryRun } = ctx;
    if (session !== null && !dryRun) await ctx.store.touch((books) => books.access.deleteSession(secretHash(session)));
    forgetActors(ctx.store);
    return { signedOut: session !== null };
  }),
});

export const tokenRouter = router({
  /** The secret is shown this once; only its hash is kept. */
  create: procedureFor(administrative)
    .input(z.object({ name: Name, role: Role, expiresOn: Day.optional() }))
    .mutation(({ ctx, input }) =>
      ctx.store.write({ ...commandOf(ctx, practiceStream, "token.created", input), key: null }, async (books) => {
        const [id, secret, createdAt] = [randomUUID(), newSecret(), instant(ctx)];
        const token = { id, name: input.name, role: input.role };
        await books.access.insertToken({
          ...token,
          hash: secretHash(secret),
          account: null,
          created_at: createdAt,
          expires_at: input.expiresOn === undefined ? null : `${input.expiresOn}T23:59:59.999Z`,
          revoked_at: null,
        });
        return { answer: { ...token, token: secret }, data: token, effectiveOn: await businessDay(ctx, books) };
      }),
    ),

  list: procedureFor(administrative).query(({ ctx }) =>
    ctx.store.read(async (books) => ({
      items: (await books.access.tokens()).map((row) => ({
        id: row.id,
        name: row.name,
        role: row.role,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        revokedAt: row.revoked_at,
      })),
    })),
  ),

  revoke: procedureFor(administrative)
    .input(z.object({ id: z.string().max(60) }))
    .mutation(async ({ ctx, input }) => {
      const revoked = await ctx.store.write(commandOf(ctx, practiceStream, "token.revoked", input), async (books) => {
        const token = orNotFound(await books.access.findToken(input.id), "token", input.id);
        const revokedAt = token.revoked_at ?? instant(ctx);
        await books.access.revokeToken(token.id, revokedAt);
        return {
          answer: { id: token.id, revokedAt },
          data: { id: token.id },
          effectiveOn: await businessDay(ctx, books),
        };
      });
      // Only now that it is kept: until then another request would find the token still good.
      forgetActors(ctx.store);
      return revoked;
    }),
});
