import {
  type BillingStep,
  type ClosedPeriod,
  closePeriod,
  coveredPeriod,
  daysToClose,
  firstDay,
  frozenMinutes,
  invoiceMonth,
  nextPeriodOf,
  ok,
  postPeriod,
} from "@cimpro/domain";
import type { Books, Head } from "@cimpro/store";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";
import { decideOn } from "../ledger/decide-on.ts";
import { tellInvoiceIssued } from "../messages/tell.ts";
import { openDaysOf } from "./open-days.ts";
import { nothingRun, type RunAnswer, runInvoice, together } from "./run-answer.ts";
import { billingFacts, runContext } from "./run-context.ts";
import { sellAllowance } from "./sell-allowance.ts";

type SellMonth = Extract<BillingStep, { kind: "allowance-month" }>;
type ClosePeriod = Extract<BillingStep, { kind: "close-period" }>;

/** Selling a month needs no entries: none is dated before the first day. */
const noEntries = firstDay;

/** What a transaction of a run did, and the end of the period it closed, if it closed one. */
export interface StepDone {
  readonly answer: RunAnswer;
  readonly end: string | null;
}

const nothingDone: StepDone = { answer: nothingRun, end: null };

/**
 * What a step did is seen in the rows, so running it again does nothing (INV-4). A run with a key marks its steps, so
 * that whoever repeats it finds the answers of those it need not take any more.
 */
export interface StepPlan {
  readonly through: string;
  /** What the keys of the run's steps begin with; null without a key. */
  readonly mark: string | null;
}

const stepCommand = (ctx: SignedIn, { mark }: StepPlan, account: string, type: string, step: string) => ({
  ...commandOf(ctx, account, type, null),
  key: mark === null ? null : `${mark}${step}`,
});

/** Issues the invoice of one month of a monthly allowance, unless another run was first (ALW-4). */
export async function sellMonth(ctx: SignedIn, step: SellMonth, plan: StepPlan): Promise<RunAnswer> {
  const command = stepCommand(ctx, plan, step.account, "invoice.issued", `${step.allowance}/${step.month}`);
  const { answer } = await ctx.store.write<StepDone>(command, async (books, head) => {
    const { facts, context } = await loadStep(ctx, books, step.account, noEntries, plan.through);
    const allowance = facts.allowances.find(({ id }) => id === step.allowance);
    const sold = facts.sales.some((sale) => sale.allowance === step.allowance && sale.month === step.month);
    if (allowance === undefined || sold) return { answer: nothingDone, data: null, effectiveOn: context.today };
    const draft = invoiceMonth(facts, allowance, step.month, context);
    const invoice = await sellAllowance(books, head, allowance, step.month, draft);
    return {
      answer: { answer: { ...nothingRun, invoices: [runInvoice(draft, invoice.number)] }, end: null },
      data: { invoice },
      effectiveOn: context.today,
    };
  });
  return answer;
}

/**
 * Closes a period of an account: freezes its cover, issues its invoice, moves the closed day (INV-1, ALW-6). Work that
 * was logged since the run was planned may lie in an earlier period, which then closes first.
 */
export async function closeAccountPeriod(ctx: SignedIn, step: ClosePeriod, plan: StepPlan): Promise<RunAnswer> {
  let answer = nothingRun;
  for (let attempt = 1; ; attempt += 1) {
    const done = await closeOnePeriod(ctx, step, plan, `${step.periodEnd}/${attempt}`);
    answer = together(answer, done.answer);
    if (done.end === null || done.end >= step.periodEnd) return answer;
  }
}

async function closeOnePeriod(ctx: SignedIn, step: ClosePeriod, plan: StepPlan, name: string): Promise<StepDone> {
  return ctx.store.write(stepCommand(ctx, plan, step.account, "period.closed", name), async (books, head) => {
    const { facts, context } = await loadStep(ctx, books, step.account, step.periodEnd, plan.through);
    const days = await openDaysOf(books, step.account, facts.sowWork);
    const next = nextPeriodOf(facts, daysToClose(days, facts.closedThrough), context);
    if (next === null || next.period.end > step.periodEnd)
      return { answer: nothingDone, data: null, effectiveOn: context.today };
    const closed = closePeriod(facts, next, context);
    const outcome = await close(books, head, facts.account, closed, context.today);
    return { ...outcome, answer: { answer: outcome.answer, end: next.period.end } };
  });
}

async function close(books: Books, head: Head, account: string, closed: ClosedPeriod, today: string) {
  const { period, closedThrough, periods } = closed;
  const nonBillable = await books.entries.nonBillableBetween(account, period.start, closedThrough);
  const posted = await decideOn(books, head, account, { openBefore: period.end }, (ledger) =>
    ok(postPeriod(ledger, closed, today)),
  );
  const { invoice, creditMemos } = posted;
  if (invoice !== null) await tellInvoiceIssued(books, invoice.number, invoice);
  const beside = coveredPeriod(account, closed);
  const answer: RunAnswer = {
    invoices: invoice === null ? [] : [runInvoice(invoice, invoice.number)],
    closedPeriods: periods,
    minutes: { ...frozenMinutes(closed), nonBillable },
    withoutInvoice: beside === null ? [] : [beside],
    parked: [],
    later: [],
  };
  const document = invoice && {
    ...invoice,
    lines: invoice.lines.map((line) => ({ ...line, slices: line.slices.length })),
  };
  const data = {
    ...{ period, closedThrough, invoice: document, minutes: answer.minutes },
    ...(creditMemos.length === 0 ? {} : { documents: { creditMemos } }),
  };
  return { answer, data, effectiveOn: today };
}

async function loadStep(ctx: SignedIn, books: Books, accountId: string, openBefore: string, through: string) {
  const account = await accountOf(books, accountId);
  const today = await businessDay(ctx, books, account);
  return { facts: await billingFacts(books, account, openBefore), context: await runContext(books, today, through) };
}
