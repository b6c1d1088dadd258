import { rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { initTRPC, TRPCError } from "@trpc/server";
import type { Role } from "./access/roles.ts";
import type { Context } from "./context.ts";
import { asTrpcError, refusalOf } from "./refusal.ts";

/** Every procedure says who may call it (ROLE-5). */
export interface Meta {
  readonly roles: readonly Role[];
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error }) => {
      const refusal = refusalOf(error);
      return { ...shape, message: refusal.message, data: { ...shape.data, refusal } };
    },
  });

export const router = t.router;

const tellRefusals = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw asTrpcError(result.error);
  return result;
});

/** A procedure for these roles; without a signed-in actor of one of them it is refused. */
export const procedureFor = (roles: readonly Role[]) =>
  t.procedure
    .meta({ roles })
    .use(tellRefusals)
    .use(({ ctx, path, next }) => {
      const { actor } = ctx;
      if (actor === null) throw refusedBy(new Refused(rejection("UNAUTHENTICATED", {})));
      if (!roles.includes(actor.role))
        throw refusedBy(new Refused(rejection("FORBIDDEN", { action: path, roles: [...roles] })));
      return next({ ctx: { ...ctx, actor } });
    });

const refusedBy = (cause: Refused): TRPCError => asTrpcError(new TRPCError({ code: "BAD_REQUEST", cause }));
