import {
  Day,
  defaultPolicy,
  diffPolicies,
  findClause,
  Name,
  Policy,
  type PolicyVersion,
  policyOn,
  rejection,
  TimeZone,
  text,
  validatePolicy,
} from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, type Practice, practiceStream, Refused } from "@cimpro/store";
import { z } from "zod";
import { administrative, everyone, team } from "./access/roles.ts";
import { businessDay, type Context, commandOf, instant } from "./context.ts";
import { checkStatedDays } from "./stated-days.ts";
import { ownProcedureFor, procedureFor, router } from "./trpc.ts";

async function show(ctx: Context, books: Books) {
  const practice = orNotFound(await books.practice.find(), "practice", "practice");
  const today = await businessDay(ctx, books);
  const { version, from, policy } = policyOn(await books.policies.all(), today);
  return { ...practice, policy: { id: policy.id, title: policy.title, version, from }, today };
}

/** What a practice says of itself; what is left out stays as it is. */
const Said = z.object({
  name: Name.optional(),
  address: text(1000).optional(),
  email: text(320).optional(),
  timeZone: TimeZone.optional(),
});

const changed = (before: Practice, said: z.infer<typeof Said>): Practice => ({
  ...before,
  name: said.name ?? before.name,
  address: said.address ?? before.address,
  email: said.email ?? before.email,
  timeZone: said.timeZone ?? before.timeZone,
});

export const practiceRouter = router({
  show: procedureFor(team).query(({ ctx }) => ctx.store.read((books) => show(ctx, books))),

  /** Begins with a policy of one's own, and its currency, in books that have no account yet. */
  start: procedureFor(administrative)
    .input(Said.extend({ policy: z.unknown() }))
    .mutation(({ ctx, input }) =>
      ctx.store.write(commandOf(ctx, practiceStream, "practice.started", input), async (books) => {
        const policy = plausiblePolicy(ctx, input.policy);
        const before = orNotFound(await books.practice.find(), "practice", "practice");
        const [accounts, versions] = [await books.accounts.count(), (await books.policies.all()).length];
        if (accounts > 0 || versions > 1 || before.demo)
          throw new Refused(rejection("PRACTICE_STARTED", { accounts, versions }));
        const after = { ...changed(before, { name: policy.title, ...input }), currency: policy.currency };
        await books.practice.put(after);
        const { version, from } = await books.policies.startWith(policy, instant(ctx));
        const answer = await show(ctx, books);
        return { answer, data: { before, after, version, from, policy }, effectiveOn: answer.today };
      }),
    ),

  set: procedureFor(administrative)
    .input(Said)
    .mutation(({ ctx, input }) =>
      ctx.store.write(commandOf(ctx, practiceStream, "practice.set", input), async (books) => {
        const before = orNotFound(await books.practice.find(), "practice", "practice");
        const after = changed(before, input);
        await books.practice.put(after);
        const answer = await show(ctx, books);
        return { answer, data: { before, after }, effectiveOn: answer.today };
      }),
    ),
});

/** A policy from anywhere, of whose days (of rates, of the billing grid, without work) none can only be mistyped. */
function plausiblePolicy(ctx: Context, said: unknown): Policy {
  const policy = orRefuse(validatePolicy(said));
  checkStatedDays(ctx, Policy, policy);
  return policy;
}

const versionOf = (versions: readonly PolicyVersion[], asked: number | undefined, today: string): PolicyVersion =>
  asked === undefined
    ? policyOn(versions, today)
    : orNotFound(
        versions.find(({ version }) => version === asked),
        "policy version",
        String(asked),
      );

const version = z.int().min(1).optional();

export const policyRouter = router({
  list: ownProcedureFor(everyone).query(({ ctx }) =>
    ctx.store.read(async (books) => ({
      items: (await books.policies.all()).map((each) => ({
        version: each.version,
        from: each.from,
        id: each.policy.id,
        title: each.policy.title,
        adoptedAt: each.adoptedAt,
      })),
    })),
  ),

  show: ownProcedureFor(everyone)
    .input(z.object({ version }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const found = versionOf(await books.policies.all(), input.version, await businessDay(ctx, books));
        return { version: found.version, from: found.from, policy: found.policy };
      }),
    ),

  /** Where a version differs from another, or from the built-in policy: `from` says against what, `to` which one. */
  diff: procedureFor(team)
    .input(z.object({ from: version, to: version }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const versions = await books.policies.all();
        const after = versionOf(versions, input.to, await businessDay(ctx, books));
        const before =
          input.from === undefined
            ? { version: null, policy: defaultPolicy }
            : versionOf(versions, input.from, after.from);
        return {
          from: { version: before.version, id: before.policy.id, title: before.policy.title },
          to: { version: after.version, id: after.policy.id, title: after.policy.title },
          changes: diffPolicies(before.policy, after.policy),
        };
      }),
    ),

  clause: ownProcedureFor(everyone)
    .input(z.object({ id: z.string().max(20), version }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const found = versionOf(await books.policies.all(), input.version, await businessDay(ctx, books));
        const clause = orRefuse(findClause(found.policy.clauses, input.id));
        const document = found.policy.documents.find(({ id }) => id === clause.source?.document) ?? null;
        return { clause, document, version: found.version };
      }),
    ),

  /** A new version supersedes from its first day; nothing in force is edited. */
  adopt: procedureFor(administrative)
    .input(z.object({ policy: z.unknown(), from: Day }))
    .mutation(({ ctx, input }) =>
      ctx.store.write(commandOf(ctx, practiceStream, "policy.adopted", input), async (books) => {
        const policy = plausiblePolicy(ctx, input.policy);
        const versions = await books.policies.all();
        const latest = versions.at(-1);
        if (latest !== undefined && input.from <= latest.from)
          throw new Refused(rejection("POLICY_IN_FORCE", { from: input.from, latest: latest.from }));
        if (latest !== undefined && latest.policy.currency !== policy.currency)
          throw new Refused(rejection("POLICY_CURRENCY", { policy: policy.currency, books: latest.policy.currency }));
        const next = { version: versions.length + 1, from: input.from, policy };
        await books.policies.put(next, instant(ctx));
        const answer = { version: next.version, from: next.from, id: policy.id };
        return { answer, data: { ...answer, policy }, effectiveOn: input.from };
      }),
    ),
});
