import { rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { initTRPC, TRPCError } from "@trpc/server";
import type { Role } from "./access/roles.ts";
import type { Context } from "./context.ts";
import { asTrpcError, refusalOf } from "./refusal.ts";

/** Every procedure says who may call it (ROLE-5). */
export interface Meta {
  /** `anyone`: whoever asks, signed in or not. */
  readonly roles: readonly Role[] | "anyone";
  /** `account`: a customer names their own account in the input. `own`: it is about whoever asks, or about nobody. */
  readonly scope: "account" | "own";
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    // Ends now and then: whoever follows comes back, and is asked again who they are.
    sse: {
      maxDurationMs: 300_000,
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
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
export const procedureFor = (roles: readonly Role[]) => guarded(roles, "account");

/** The same for what is about whoever asks, or is the same for all: a customer names no account. */
export const ownProcedureFor = (roles: readonly Role[]) => guarded(roles, "own");

/** A procedure for everyone, signed in or not: what it tells is of no account. */
export const publicProcedure = t.procedure.meta({ roles: "anyone", scope: "own" }).use(tellRefusals);

const guarded = (roles: readonly Role[], scope: Meta["scope"]) =>
  t.procedure
    .meta({ roles, scope })
    .use(tellRefusals)
    .use(async ({ ctx, path, type, next, getRawInput }) => {
      const { actor } = ctx;
      if (actor === null) throw refusedBy(new Refused(rejection("UNAUTHENTICATED", {})));
      if (!roles.includes(actor.role))
        throw refusedBy(new Refused(rejection("FORBIDDEN", { action: path, roles: [...roles] })));
      if (actor.readOnly === true && type === "mutation")
        throw refusedBy(new Refused(rejection("READ_ONLY_TOKEN", { action: path })));
      if (actor.account !== undefined && scope === "account") keepToOwnAccount(actor.account, await getRawInput());
      return next({ ctx: { ...ctx, actor } });
    });

/** A customer's people learn nothing of other accounts, not even that they are there (ROLE-5). */
function keepToOwnAccount(own: string, input: unknown): void {
  const asked = typeof input === "object" && input !== null && "account" in input ? input.account : undefined;
  if (asked === own) return;
  throw refusedBy(new Refused(rejection("NOT_FOUND", { what: "account", id: String(asked ?? "") })));
}

const refusedBy = (cause: Refused): TRPCError => asTrpcError(new TRPCError({ code: "BAD_REQUEST", cause }));
