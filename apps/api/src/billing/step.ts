import {
  type BillingStep,
  type ClosedPeriod,
  closePeriod,
  coveredPeriod,
  daysToClose,
  firstDay,
  frozenMinutes,
  type InvoiceLine,
  invoiceMonth,
  nextPeriodOf,
} from "@cimpro/domain";
import { type Books, type Head, type OpenRecord, premiumSliceRows, sliceRows } from "@cimpro/store";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";
import { closeEnded } from "../deliverables/closing.ts";
import { issueAllowanceInvoice, issueInvoice } from "./issue.ts";
import { openDaysOf } from "./open-days.ts";
import { nothingRun, type RunAnswer, runInvoice, together } from "./run-answer.ts";
import { billingFacts, runContext } from "./run-context.ts";

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
    const number = await issueAllowanceInvoice(books, allowance, step.month, draft, head.seq);
    return {
      answer: { answer: { ...nothingRun, invoices: [runInvoice(draft, number)] }, end: null },
      data: { invoice: { number, ...draft } },
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
    const outcome = await close(books, head, facts, closed, context.today);
    return { ...outcome, answer: { answer: outcome.answer, end: next.period.end } };
  });
}

async function close(books: Books, head: Head, facts: StepFacts, closed: ClosedPeriod, today: string) {
  const { account, sowWork } = facts;
  const { period, closedThrough, periods, invoice } = closed;
  // The domain hands the stored entries back as they were given to it.
  const allocations = closed.allocations as readonly ((typeof closed.allocations)[number] & { entry: OpenRecord })[];
  const leftOpen = allocations
    .filter(({ deferred, held }) => deferred + held > 0)
    .map(({ entry, deferred, held }) => ({
      entry,
      minutes: deferred + held,
      deferredOn: deferred > 0 ? today : entry.deferredOn,
    }));
  await books.entries.freezeBefore(account, period.end, leftOpen);
  const grants = new Map<string, number>();
  for (const { allowance } of allocations)
    for (const { grant, minutes } of allowance) grants.set(grant, (grants.get(grant) ?? 0) + minutes);
  await books.allowances.freeze(account, grants);
  const nonBillable = await books.entries.nonBillableBetween(account, period.start, closedThrough);
  head.closedThrough = closedThrough;
  const number = invoice === null ? null : await issueInvoice(books, invoice, head.seq);
  const places = placesOn(invoice?.lines ?? [], number ?? "");
  await books.slices.insert(sliceRows(account, allocations, today, (entry) => places.labor.get(entry)));
  await books.premiumSlices.insert(
    premiumSliceRows(account, allocations, today, (deliverable, rate) => places.premium.get(`${deliverable} ${rate}`)),
  );
  const someEnded = sowWork.some(({ until }) => until !== null);
  const creditMemos = someEnded ? await closeEnded(books, account, head.seq, today) : [];
  const beside = coveredPeriod(account, closed);
  const answer: RunAnswer = {
    invoices: invoice === null ? [] : [runInvoice(invoice, number)],
    closedPeriods: periods,
    minutes: { ...frozenMinutes(closed), nonBillable },
    withoutInvoice: beside === null ? [] : [beside],
  };
  const document = invoice && {
    number,
    ...invoice,
    lines: invoice.lines.map((line) => ({ ...line, slices: line.slices.length })),
  };
  const data = {
    ...{ period, closedThrough, invoice: document, minutes: answer.minutes },
    ...(creditMemos.length === 0 ? {} : { documents: { creditMemos } }),
  };
  return { answer, data, effectiveOn: today };
}

type StepFacts = Awaited<ReturnType<typeof billingFacts>>;

/** The lines of an invoice on which an entry's labor stands, and a deliverable's premium of a rate. */
function placesOn(lines: readonly InvoiceLine[], invoice: string) {
  const place = (line: InvoiceLine) => ({ invoice, line: line.line });
  const labor = lines.filter(({ kind }) => kind === "labor");
  const premium = lines.filter(({ kind }) => kind === "premium");
  return {
    labor: new Map(labor.flatMap((line) => line.slices.map(({ entry }) => [entry, place(line)] as const))),
    premium: new Map(premium.map((line) => [`${line.deliverable} ${line.ratePerHour}`, place(line)] as const)),
  };
}

async function loadStep(ctx: SignedIn, books: Books, accountId: string, openBefore: string, through: string) {
  const account = await accountOf(books, accountId);
  const today = await businessDay(ctx, books);
  return { facts: await billingFacts(books, account, openBefore), context: await runContext(books, today, through) };
}
