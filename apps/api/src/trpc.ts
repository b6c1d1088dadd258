import { rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { initTRPC, TRPCError } from "@trpc/server";
import type { Role } from "./access/roles.ts";
import type { Context } from "./context.ts";
import { checkReadable } from "./readable-input.ts";
import { asTrpcError, refusalOf } from "./refusal.ts";
import { checkedInput, checkStatedDays } from "./stated-days.ts";

/** Every procedure says who may call it (ROLE-5). */
export interface Meta {
  /** `anyone`: whoever asks, signed in or not. */
  readonly roles: readonly Role[] | "anyone";
  /** `account`: for a customer it is about their own account, named or not. `own`: it is about whoever asks, or about nobody. */
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

const refusedBy = (cause: Refused): TRPCError => asTrpcError(new TRPCError({ code: "BAD_REQUEST", cause }));

const readInput = t.middleware(async ({ next, getRawInput }) => {
  const input = await getRawInput();
  try {
    checkReadable(input);
  } catch (cause) {
    throw cause instanceof Refused ? refusedBy(cause) : cause;
  }
  return next({ getRawInput: async () => input });
});

/** Whatever is stated, its days are plausible: nobody sells a thousand months by a slip of the pen. */
const readDays = t.middleware(async ({ ctx, path, type, next, getRawInput }) => {
  const input = type === "mutation" ? checkedInput(path) : undefined;
  if (input !== undefined)
    try {
      checkStatedDays(ctx, input, await getRawInput());
    } catch (error) {
      throw error instanceof Refused ? refusedBy(error) : error;
    }
  return next();
});

/** A procedure for these roles; without a signed-in actor of one of them it is refused. */
export const procedureFor = (roles: readonly Role[]) => guarded(roles, "account");

/** The same for what is about whoever asks, or is the same for all: a customer names no account. */
export const ownProcedureFor = (roles: readonly Role[]) => guarded(roles, "own");

/** A procedure for everyone, signed in or not: what it tells is of no account. */
export const publicProcedure = t.procedure.meta({ roles: "anyone", scope: "own" }).use(tellRefusals).use(readInput);

const guarded = (roles: readonly Role[], scope: Meta["scope"]) =>
  t.procedure
    .meta({ roles, scope })
    .use(tellRefusals)
    .use(async ({ ctx, path, type, next }) => {
      const { actor } = ctx;
      if (actor === null) throw refusedBy(new Refused(rejection("UNAUTHENTICATED", {})));
      if (!roles.includes(actor.role))
        throw refusedBy(new Refused(rejection("FORBIDDEN", { action: path, roles: [...roles] })));
      if (actor.readOnly === true && type === "mutation")
        throw refusedBy(new Refused(rejection("READ_ONLY_TOKEN", { action: path })));
      return next({ ctx: { ...ctx, actor } });
    })
    .use(async ({ ctx: { actor }, next, getRawInput }) => {
      if (actor.account === undefined || scope === "own") return next();
      const input = withinAccount(actor.account, await getRawInput());
      return next({ getRawInput: async () => input });
    })
    .use(readInput)
    .use(readDays);

/**
 * What a customer asks, with their own account named: a customer's token or session stands for it. They learn nothing of
 * other accounts, not even that they are there (ROLE-5).
 */
function withinAccount(own: string, input: unknown): unknown {
  if (input === undefined || input === null) return { account: own };
  if (typeof input !== "object" || Array.isArray(input)) throw misnamed("", "must be an object");
  const asked = "account" in input ? input.account : undefined;
  if (asked === undefined) return { ...input, account: own };
  if (typeof asked !== "string") throw misnamed("account", "must be the id of an account");
  if (asked === own) return input;
  throw refusedBy(new Refused(rejection("NOT_FOUND", { what: "account", id: asked })));
}

const misnamed = (path: string, message: string): TRPCError =>
  refusedBy(new Refused(rejection("MALFORMED", { issues: [{ path, message }] })));
