import { setImmediate } from "node:timers/promises";
import {
  type AccountRun,
  addDays,
  type BillingStep,
  byIssueOrder,
  type CoveredPeriod,
  checkRunDay,
  Day,
  dayInZone,
  daysToClose,
  draftRun as draftDomainRun,
  type LaterAccount,
  type ParkedAccount,
  planAccount,
  type RunContext,
  rejection,
  Slug,
} from "@cimpro/domain";
import { type Account, type Books, digestOf, orNotFound, orRefuse, practiceStream, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";
import { sowWorkOf } from "../deliverables/sow-work.ts";
import { openDaysOf } from "./open-days.ts";
import { nothingRun, type RunAnswer, runInvoice, together } from "./run-answer.ts";
import { billingFacts, runContext } from "./run-context.ts";
import { closeAccountPeriod, type StepDone, sellMonth } from "./step.ts";

export const DraftRun = z.object({ through: Day, account: Slug.optional() });
export const Run = DraftRun.extend({ expect: z.string().max(128).optional() });

/** The run's answer unsaved, with a digest that a run can be held to (INV-3, INV-4). */
export async function draftRun(
  ctx: SignedIn,
  input: z.infer<typeof DraftRun>,
): Promise<RunAnswer & { readonly digest: string }> {
  return ctx.store.read((books) => draftWithin(ctx, books, input));
}

async function draftWithin(ctx: SignedIn, books: Books, input: z.infer<typeof DraftRun>) {
  const contextOf = await contexts(ctx, books, input.through);
  const runs: AccountRun[] = [];
  for (const account of await runAccounts(books, input, contextOf)) {
    const context = await contextOf(account);
    const unapplied = await books.applications.unapplied(account.id);
    const accountCredit = unapplied.reduce((sum, { amount }) => sum + amount, 0);
    const issuedToday = await books.invoices.countIssuedOn(account.id, context.today);
    const facts = { ...(await billingFacts(books, account, addDays(input.through, 1))), accountCredit, issuedToday };
    runs.push({ facts, context });
  }
  const draft = draftDomainRun(runs);
  let nonBillable = 0;
  for (const { account, start, end } of draft.closed)
    nonBillable += await books.entries.nonBillableBetween(account, start, end);
  const answer = {
    invoices: draft.invoices.map((invoice) => runInvoice(invoice, null)),
    closedPeriods: draft.closedPeriods,
    minutes: { ...draft.minutes, nonBillable },
    withoutInvoice: draft.withoutInvoice,
    parked: draft.parked,
    later: draft.later,
  };
  const documents = draft.invoices.map(({ parties: _parties, ...invoice }) => invoice);
  return { ...answer, digest: digestOf([documents, draft.closed]).slice(0, 32) };
}

/**
 * The billing run: the allowance invoices of every month begun, then one work invoice per account and closed period
 * (INV-1). Each step is a transaction of its own, so a run that was cut off is simply run again (INV-4).
 */
export async function runBilling(ctx: SignedIn, input: z.infer<typeof Run>): Promise<RunAnswer> {
  const repeated = await answeredBefore(ctx, input);
  if (repeated !== undefined) return repeated;
  const mark = ctx.key === null ? null : `${ctx.key}\n${digestOf(input).slice(0, 16)}\n`;
  const begun = mark === null ? [] : await ctx.store.read((books) => doneUnder(ctx, books, mark));
  if (ctx.dryRun || (input.expect !== undefined && begun.length === 0)) {
    const { digest, ...answer } = await draftRun(ctx, input);
    if (input.expect !== undefined && input.expect !== digest)
      throw new Refused(rejection("DRAFT_OUTDATED", { expected: input.expect, actual: digest }));
    if (ctx.dryRun) return answer;
  }
  const { steps, parked, later, today } = await ctx.store.read((books) => stepsOf(ctx, books, input));
  const plan = { through: input.through, mark };
  let answer: RunAnswer = { ...nothingRun, parked, later };
  for (const step of steps) {
    const done = step.kind === "allowance-month" ? sellMonth(ctx, step, plan) : closeAccountPeriod(ctx, step, plan);
    answer = together(answer, await done);
    // The SQLite driver is synchronous: other requests get their turn between transactions.
    await setImmediate();
  }
  if (mark === null) return answer;
  return ctx.store.write(commandOf(ctx, practiceStream, "billing.run", input), async (books) => {
    // Others may have repeated this run meanwhile, or begun it before they were cut off: what they did belongs to it.
    const whole = (await doneUnder(ctx, books, mark)).reduce(together, nothingRun);
    const invoices = whole.invoices.toSorted((a, b) => byNumber(a.number ?? "", b.number ?? ""));
    const withoutInvoice = whole.withoutInvoice.toSorted(byPeriod);
    const all = { ...whole, invoices, withoutInvoice, parked, later };
    return { answer: all, data: summaryOf(all), effectiveOn: today };
  });
}

/** What the steps of a run with a key have come to so far, whoever took them. */
async function doneUnder(ctx: SignedIn, books: Books, mark: string): Promise<readonly RunAnswer[]> {
  const done = await books.journal.answersUnder(ctx.actor.name, mark);
  return done.map((answer) => {
    const step: StepDone = JSON.parse(answer);
    return step.answer;
  });
}

const byNumber = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

const byPeriod = (a: CoveredPeriod, b: CoveredPeriod): number =>
  `${a.period.end} ${a.account}` < `${b.period.end} ${b.account}` ? -1 : 1;

async function answeredBefore(ctx: SignedIn, input: z.infer<typeof Run>): Promise<RunAnswer | undefined> {
  const { key } = ctx;
  if (key === null || ctx.dryRun) return undefined;
  const before = await ctx.store.read((books) => books.journal.byKey(practiceStream, ctx.actor.name, key));
  if (before === undefined) return undefined;
  if (before.input_hash !== digestOf(["billing.run", input])) throw new Refused(rejection("KEY_REUSED", { key }));
  return JSON.parse(before.answer ?? "null");
}

const accountsOf = async (books: Books, only: string | undefined): Promise<readonly Account[]> =>
  only === undefined ? books.accounts.list() : [await accountOf(books, only)];

/** The steps a run must take as the books stand, in the order of issue (INV-3). Periods that follow are found step by step. */
async function stepsOf(ctx: SignedIn, books: Books, input: z.infer<typeof Run>) {
  const contextOf = await contexts(ctx, books, input.through);
  const steps: BillingStep[] = [];
  const parked: ParkedAccount[] = [];
  const later: LaterAccount[] = [];
  for (const account of await runAccounts(books, input, contextOf)) {
    const context = await contextOf(account);
    if (context.today < input.through) {
      later.push({ account: account.id, today: context.today });
      continue;
    }
    const purchases = await books.allowances.list(account.id);
    const closedThrough = (await books.accounts.head(account.id))?.closedThrough ?? null;
    const works = await sowWorkOf(books, account.id);
    const facts = {
      account: account.id,
      billingAnchor: account.billingAnchor,
      closedThrough,
      allowances: purchases.map(({ allowance }) => allowance),
      sales: await books.allowances.sales(account.id),
      issuedToday: await books.invoices.countIssuedOn(account.id, context.today),
    };
    const openDays = daysToClose(await openDaysOf(books, account.id, works), closedThrough);
    const plan = planAccount(facts, openDays, context);
    steps.push(...plan.steps);
    if (plan.parked !== null) parked.push(plan.parked);
  }
  return { steps: steps.toSorted(byIssueOrder), parked, later, today: await businessDay(ctx, books) };
}

type ContextOf = (account: Pick<Account, "timeZone">) => Promise<RunContext>;

/** The terms of a run on each account's own day (INV-1); accounts of the same day share them. */
async function contexts(ctx: SignedIn, books: Books, through: string): Promise<ContextOf> {
  const { timeZone } = orNotFound(await books.practice.find(), "practice", "practice");
  const byDay = new Map<string, Promise<RunContext>>();
  return (account) => {
    const today = ctx.today ?? dayInZone(ctx.now(), account.timeZone ?? timeZone);
    const known = byDay.get(today) ?? runContext(books, today, through);
    byDay.set(today, known);
    return known;
  };
}

/** The accounts of a run; refused where its day has come for none of them, and not for the practice (INV-1). */
async function runAccounts(
  books: Books,
  { account: only, through }: z.infer<typeof DraftRun>,
  contextOf: ContextOf,
): Promise<readonly Account[]> {
  const accounts = await accountsOf(books, only);
  const zones = only === undefined ? [{ timeZone: null }, ...accounts] : accounts;
  let latest = "";
  for (const each of zones) {
    const { today } = await contextOf(each);
    if (today > latest) latest = today;
  }
  orRefuse(checkRunDay({ through, today: latest }));
  return accounts;
}

const summaryOf = ({ invoices, closedPeriods, minutes, parked, later }: RunAnswer) => ({
  invoices: invoices.map(({ number }) => number),
  closedPeriods,
  minutes,
  ...(parked.length === 0 ? {} : { parked: parked.map(({ account }) => account) }),
  ...(later.length === 0 ? {} : { later: later.map(({ account }) => account) }),
});
