import type { Clause } from "./clause.ts";

const section = "Hourly Rates and Cost of Services";

/** INV: billing runs, invoices, payments and the stoppage of work. */
export const invoiceClauses: readonly Clause[] = [
  {
    id: "INV-1",
    title: "Bi-weekly invoices",
    source: { document: "S0", section },
    parts: [
      {
        origin: "seed",
        text: "Work that no allowance or deposit covers is invoiced bi-weekly.",
      },
      {
        origin: "ours",
        text: "Periods of 14 days are counted, in both directions, from Monday, 1 January 2024; an account may have a first day of its own.",
      },
      {
        origin: "ours",
        text: "A billing run through a day first issues the allowance invoices of every month begun by then. It then closes, for each account from its earliest unbilled entry, every period whose last day has come; it may not run through a day after today. Today is each account's own: a run takes an account's step only when its day has come there, issues it on that day, and names the accounts it left for later.",
      },
      {
        origin: "ours",
        text: "An account gets one work invoice for each closed period with billable minutes and never one over nothing. Late entries are billed with the next period that closes.",
      },
    ],
    settings: ["billing.anchor", "billing.periodDays"],
  },
  {
    id: "INV-2",
    title: "Due upon receipt",
    source: { document: "S0", section },
    parts: [
      {
        origin: "seed",
        text: "All invoices are due upon receipt, regardless of the status of ongoing projects.",
      },
      {
        origin: "ours",
        text: "An invoice counts as received on the day it is issued, which is never dated back, so it is due that day.",
      },
    ],
    settings: [],
  },
  {
    id: "INV-3",
    title: "Numbers, corrections and credit memos",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A draft has no number; numbers are given at issue, without gaps, first to allowance invoices by month, then to work invoices by the end of their period. An issued invoice never changes: its parties, lines, rates, clauses and policy version are frozen in it.",
      },
      { origin: "ours", text: "An invoice states subtotal, tax and total, with no tax by default." },
      {
        origin: "ours",
        text: "Corrections are credit memos that name the lines and minutes they take back. Crediting part of a line credits its current amount less the rounded amount of the minutes that remain, so that full credits add up to the line.",
      },
      {
        origin: "ours",
        text: "A credit either opens its minutes for billing again or waives them, which counts as written off. Voiding an invoice is a full credit, with the two linked.",
      },
      {
        origin: "ours",
        text: "Changing time that was billed takes the old entry back and records a new one: invoiced minutes are credited, covered minutes return to their own grant or deposit, and the new entry joins the next run. Billed work is never covered anew.",
      },
    ],
    settings: [],
  },
  {
    id: "INV-4",
    title: "Every minute at most once",
    source: null,
    parts: [
      { origin: "ours", text: "Every minute is invoiced at most once, net of credits." },
      {
        origin: "ours",
        text: "Running a period twice, at the same time or after a crash, gives the same documents, apart from numbers and issue dates where the order of the runs differed.",
      },
      {
        origin: "ours",
        text: "An account that a run would issue more invoices for on one day than a practice thinks possible is parked: nothing of it is billed, the run says so and bills the others. Such an account has a date that was mistyped.",
      },
    ],
    settings: ["billing.mostInvoicesADay"],
  },
  {
    id: "INV-5",
    title: "Stoppage of work",
    source: { document: "S0", section },
    parts: [
      { origin: "seed", text: "Failure to pay open invoices results in a stoppage of work." },
      {
        origin: "ours",
        text: "An invoice is open while it has a balance, and past due from the day after its issue and the days of grace, of which there are none by default. While any invoice is past due the account's work is stopped; it resumes the moment the last past-due balance is paid.",
      },
      {
        origin: "ours",
        text: "While stopped, time dated on or after the first stopped day and changes of phase are refused, and time worked before may still be logged. A coordinator may override this with a reason, which is recorded.",
      },
      {
        origin: "ours",
        text: "A stoppage holds for all Pro Services work of the account, pre-paid hours included, but not for Expert Help, support tickets or product fixes.",
      },
    ],
    settings: ["invoices.graceDays"],
  },
  {
    id: "INV-6",
    title: "Payments and disputes",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "Payments and credit memos apply to the invoices they name, or else to the oldest first. What is left over goes to other open invoices, oldest first; the rest is a credit of the account, used when its next invoice is issued.",
      },
      {
        origin: "ours",
        text: "A disputed invoice counts as open until a person suspends it with a reason. A suspended one counts as settled for the stoppage of work, and payments without a named invoice pass it by.",
      },
      { origin: "ours", text: "What was applied stays applied when a payment is recorded with an earlier date." },
    ],
    settings: [],
  },
];
