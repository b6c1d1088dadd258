import {
  Day,
  findClause,
  Name,
  type PolicyVersion,
  policyOn,
  rejection,
  TimeZone,
  text,
  validatePolicy,
} from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, practiceStream, Refused } from "@cimpro/store";
import { z } from "zod";
import { administrative, team } from "./access/roles.ts";
import { businessDay, type Context, commandOf, instant } from "./context.ts";
import { procedureFor, router } from "./trpc.ts";

async function show(ctx: Context, books: Books) {
  const practice = orNotFound(await books.practice.find(), "practice", "practice");
  const today = await businessDay(ctx, books);
  const { version, from, policy } = policyOn(await books.policies.all(), today);
  return { ...practice, policy: { id: policy.id, title: policy.title, version, from }, today };
}

export const practiceRouter = router({
  show: procedureFor(team).query(({ ctx }) => ctx.store.read((books) => show(ctx, books))),

  set: procedureFor(administrative)
    .input(
      z.object({
        name: Name.optional(),
        address: text(1000).optional(),
        email: text(320).optional(),
        timeZone: TimeZone.optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.store.write(commandOf(ctx, practiceStream, "practice.set", input), async (books) => {
        const before = orNotFound(await books.practice.find(), "practice", "practice");
        const after = {
          ...before,
          name: input.name ?? before.name,
          address: input.address ?? before.address,
          email: input.email ?? before.email,
          timeZone: input.timeZone ?? before.timeZone,
        };
        await books.practice.put(after);
        const answer = await show(ctx, books);
        return { answer, data: { before, after }, effectiveOn: answer.today };
      }),
    ),
});

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
  list: procedureFor(team).query(({ ctx }) =>
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

  show: procedureFor(team)
    .input(z.object({ version }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const found = versionOf(await books.policies.all(), input.version, await businessDay(ctx, books));
        return { version: found.version, from: found.from, policy: found.policy };
      }),
    ),

  clause: procedureFor(team)
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
        const policy = orRefuse(validatePolicy(input.policy));
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
