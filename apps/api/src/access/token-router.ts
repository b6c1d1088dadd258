import { randomUUID } from "node:crypto";
import { Day, Name, rejection, Slug } from "@cimpro/domain";
import { orNotFound, practiceStream, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, instant } from "../context.ts";
import { procedureFor, router } from "../trpc.ts";
import { administrative, customers, Role } from "./roles.ts";
import { newSecret, secretHash } from "./secret.ts";
import { forgetActors } from "./sign-in.ts";

const CreateToken = z
  .object({
    name: Name,
    role: Role,
    account: Slug.optional(),
    readOnly: z.boolean().default(false),
    expiresOn: Day.optional(),
  })
  .refine(({ account, role }) => customers.includes(role) === (account !== undefined), {
    path: ["account"],
    error: "a customer's role needs its account, a role of the services team has none",
  });

export const tokenRouter = router({
  /** The secret is shown this once; only its hash is kept. So the same key again makes no second token, and is refused. */
  create: procedureFor(administrative)
    .input(CreateToken)
    .mutation(async ({ ctx, input }) => {
      const made: { secret?: string } = {};
      const token = await ctx.store.write(commandOf(ctx, practiceStream, "token.created", input), async (books) => {
        const [id, secret, createdAt] = [randomUUID(), newSecret(), instant(ctx)];
        const account = input.account === undefined ? null : (await accountOf(books, input.account)).id;
        const expiresAt = input.expiresOn === undefined ? null : `${input.expiresOn}T23:59:59.999Z`;
        const token = { id, name: input.name, role: input.role, account, readOnly: input.readOnly, expiresAt };
        await books.access.insertToken({
          ...{ id, name: input.name, role: input.role, account },
          hash: secretHash(secret),
          created_at: createdAt,
          expires_at: expiresAt,
          revoked_at: null,
          read_only: input.readOnly ? 1 : 0,
        });
        made.secret = secret;
        return { answer: token, data: token, effectiveOn: await businessDay(ctx, books) };
      });
      if (made.secret === undefined) throw new Refused(rejection("TOKEN_SHOWN", { token: token.id, name: token.name }));
      return { ...token, token: made.secret };
    }),

  list: procedureFor(administrative).query(({ ctx }) =>
    ctx.store.read(async (books) => ({
      items: (await books.access.tokens()).map((row) => ({
        id: row.id,
        name: row.name,
        role: row.role,
        account: row.account,
        readOnly: row.read_only === 1,
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
