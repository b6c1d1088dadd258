import {
  ConnectPackage,
  Day,
  Name,
  nextStep,
  PlanRequest,
  ProjectChange,
  ProjectKind,
  policyOn,
  type Result,
  rejection,
  SavedPlan,
  type SavedPlanAnswer,
  Slug,
  StepId,
  savedPlanAnswer,
  slugOf,
  withItem,
  withStep,
} from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, notAfterToday, type SignedIn } from "../context.ts";

const facts = PlanRequest.shape;

export const SavePlan = z.object({
  account: Slug,
  /** Of a plan on the books: it is changed, and what is not stated stays. */
  id: Slug.optional(),
  name: Name.optional(),
  orderedOn: facts.orderedOn.optional(),
  connect: ConnectPackage.optional(),
  project: ProjectKind.optional(),
  changed: z.array(ProjectChange).max(ProjectChange.options.length).readonly().optional(),
  done: z.record(StepId, Day).readonly().optional(),
});
export const DoneStep = z.object({
  account: Slug,
  /** The account's only plan, unless stated. */
  plan: Slug.optional(),
  step: StepId,
  on: Day.optional(),
  /** The step is not done after all. */
  undo: z.boolean().default(false),
});
export const CheckItem = z.object({
  account: Slug,
  plan: Slug.optional(),
  step: StepId,
  item: Slug,
  on: Day.optional(),
  /** The item is open after all. */
  undo: z.boolean().default(false),
});

const usualNames = {
  first: "First project",
  upgrade: "Upgrade project",
  "erp-switch": "ERP switch",
  later: "Later project",
} as const satisfies Record<ProjectKind, string>;

/** Keeps the facts of an implementation project, or changes them; its plan follows from them (IMPL-3 to IMPL-6). */
export async function savePlan(ctx: SignedIn, input: z.infer<typeof SavePlan>): Promise<SavedPlanAnswer> {
  return ctx.store.write(commandOf(ctx, input.account, "plan.saved", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const { id: named, name, ...stated } = input;
    const before = named === undefined ? undefined : await books.plans.find(account.id, named);
    const orderedOn = stated.orderedOn ?? before?.orderedOn;
    if (orderedOn === undefined) throw malformed("orderedOn", "a new plan needs the day of the order");
    for (const on of Object.values(stated.done ?? {})) notAfterToday("The end of a step", on, today);
    const plan = SavedPlan.parse({
      ...{
        checked: [],
        ...before,
        ...Object.fromEntries(Object.entries(stated).filter(([, said]) => said !== undefined)),
      },
      ...{ account: account.id, orderedOn, name: name ?? before?.name ?? usualNames[stated.project ?? "first"] },
      id: named ?? slugOf(name ?? usualNames[stated.project ?? "first"], "plan"),
    });
    if (named === undefined && (await books.plans.find(account.id, plan.id)) !== undefined)
      throw new Refused(rejection("PLAN_EXISTS", { account: account.id, plan: plan.id }));
    const answer = await answerFor(books, plan, today);
    await books.plans.put(plan);
    return { answer, data: { plan: plan.id }, effectiveOn: today };
  });
}

/** States that a step ended on a day, or that it did not after all (IMPL-4). */
export async function doneStep(ctx: SignedIn, input: z.infer<typeof DoneStep>): Promise<SavedPlanAnswer> {
  const { step, undo } = input;
  return change(ctx, undo ? "step.reopened" : "step.done", input, async (books, plan, on) => {
    const { implementation } = await termsOf(books, plan);
    return withStep(plan, step, undo ? null : on, implementation);
  });
}

/** Ticks an item of a step's checklist off, or opens it again (IMPL-2). */
export async function checkItem(ctx: SignedIn, input: z.infer<typeof CheckItem>): Promise<SavedPlanAnswer> {
  const { undo } = input;
  return change(ctx, undo ? "item.reopened" : "item.checked", input, async (books, plan, on, today) => {
    const { implementation } = await termsOf(books, plan);
    const tick = undo ? null : { on, by: ctx.actor.name };
    return withItem(plan, input, tick, implementation, await checklistsOn(books, today));
  });
}

async function change<Input extends z.infer<typeof DoneStep>>(
  ctx: SignedIn,
  type: string,
  input: Input,
  changed: (books: Books, plan: SavedPlan, on: string, today: string) => Promise<Result<SavedPlan>>,
): Promise<SavedPlanAnswer> {
  return ctx.store.write(commandOf(ctx, input.account, type, input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const on = input.on ?? today;
    notAfterToday("The end of a step", on, today);
    const before = await planOf(books, account.id, input.plan);
    const after = orRefuse(await changed(books, before, on, today));
    const answer = await answerFor(books, after, today);
    if (JSON.stringify(after) === JSON.stringify(before)) return { answer, data: null, effectiveOn: on };
    await books.plans.put(after);
    return { answer, data: { plan: after.id, step: input.step }, effectiveOn: on };
  });
}

/** The plan that is meant: the named one, or the account's only one. */
export async function planOf(books: Books, account: string, id: string | undefined): Promise<SavedPlan> {
  if (id !== undefined) return orNotFound(await books.plans.find(account, id), "plan", id);
  const [only, ...others] = await books.plans.of(account);
  if (only === undefined) throw new Refused(rejection("NOT_FOUND", { what: "plan of", id: account }));
  if (others.length === 0) return only;
  const ids = [only, ...others].map((plan) => plan.id).join(", ");
  throw malformed("plan", `say which plan is meant: ${ids}`);
}

/** What follows from a plan's facts today, by the terms that were in force when it was ordered. */
export async function answerFor(books: Books, plan: SavedPlan, today: string): Promise<SavedPlanAnswer> {
  const { implementation } = await termsOf(books, plan);
  return orRefuse(savedPlanAnswer(plan, today, implementation, await checklistsOn(books, today)));
}

/** A plan among those of all accounts: its milestones, whose turn is next, and what is furthest behind (IMPL-4). */
export async function planRow(books: Books, plan: SavedPlan, today: string) {
  const { milestones, goLive, steps } = await answerFor(books, plan, today);
  const { implementation } = await termsOf(books, plan);
  const accountName = (await books.accounts.find(plan.account))?.name ?? plan.account;
  const next = nextStep(steps, plan.done);
  const side = implementation.steps.find(({ id }) => id === next?.id)?.side ?? "neither";
  const late = steps.filter(({ slipDays }) => slipDays > 0).toSorted((a, b) => b.slipDays - a.slipDays)[0] ?? null;
  return { ...plan, accountName, milestones, goLive, next: next === null ? null : { ...next, side }, late };
}

async function termsOf(books: Books, { orderedOn }: SavedPlan) {
  return policyOn(await books.policies.all(), orderedOn).policy;
}

async function checklistsOn(books: Books, today: string) {
  return policyOn(await books.policies.all(), today).policy.implementation.checklists;
}

const malformed = (path: string, message: string) =>
  new Refused(rejection("MALFORMED", { issues: [{ path, message }] }));
