import {
  addDays,
  addMonths,
  Day,
  daysBetween,
  firstOfMonth,
  monthOf,
  policyOn,
  rejection,
  revenueOf,
  utilisationOf,
  weekStart,
} from "@cimpro/domain";
import { type Books, Refused } from "@cimpro/store";
import { z } from "zod";
import { financial } from "../access/roles.ts";
import { businessDay, currencyOf, type SignedIn } from "../context.ts";
import { procedureFor, router } from "../trpc.ts";

/** A report looks at no more than ten years. */
const mostDays = 3653;

const Span = z.object({ from: Day.optional(), to: Day.optional() });

/** The days asked for, the usual ones where none are named; refused where they are no span of ten years at most. */
function spanOf(input: z.infer<typeof Span>, today: string, usualFrom: (to: string) => string) {
  const to = input.to ?? today;
  const from = input.from ?? usualFrom(to);
  const fault = from > to ? "must not be after to" : daysBetween(from, to) > mostDays ? "at most ten years" : null;
  if (fault !== null) throw new Refused(rejection("MALFORMED", { issues: [{ path: "from", message: fault }] }));
  return { from, to };
}

/** A year of months, unless days are named: the present one and the eleven before. */
async function revenue(ctx: SignedIn, books: Books, input: z.infer<typeof Span>) {
  const span = spanOf(input, await businessDay(ctx, books), (to) => firstOfMonth(addMonths(monthOf(to), -11)));
  const invoiced = await books.practiceFigures.invoicedByMonth(span);
  const credited = await books.practiceFigures.creditedByMonth(span);
  const currency = currencyOf(await books.policies.all());
  return { ...span, currency, ...revenueOf(invoiced, credited, span), clauses: ["RATE-6", "INV-3"] };
}

/** Thirteen weeks up to today, unless days are named. */
async function utilisation(ctx: SignedIn, books: Books, input: z.infer<typeof Span>) {
  const span = spanOf(input, await businessDay(ctx, books), (to) => addDays(weekStart(to), -84));
  const { policy } = policyOn(await books.policies.all(), span.to);
  const worked = await books.practiceFigures.workedDays(span);
  return { ...span, ...utilisationOf(worked, span, new Set(policy.holidays)) };
}

export const reportRouter = router({
  /** What was invoiced by kind, credited, and the net, by month of issue. */
  revenue: procedureFor(financial)
    .input(Span)
    .query(({ ctx, input }) => ctx.store.read((books) => revenue(ctx, books, input))),

  /** Billable and non-billable time of each person by week, against an assumed capacity. */
  utilisation: procedureFor(financial)
    .input(Span)
    .query(({ ctx, input }) => ctx.store.read((books) => utilisation(ctx, books, input))),
});
