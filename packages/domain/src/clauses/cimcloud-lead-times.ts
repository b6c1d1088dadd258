import type { Clause } from "./clause.ts";

const section = "Expedite and Rush Lead-times";

/** LEAD: expedited and rush lead times, their premiums and what happens when they are missed. */
export const leadTimeClauses: readonly Clause[] = [
  {
    id: "LEAD-1",
    title: "What can be expedited",
    source: { document: "S0", section },
    parts: [
      {
        origin: "seed",
        text: "Some discrete deliverables may be eligible for an expedited or rush lead time, subject to availability.",
      },
      { origin: "ours", text: "We read this as discrete deliverables only: an allowance never has a lead time." },
    ],
    settings: [],
  },
  {
    id: "LEAD-2",
    title: "Premiums",
    source: { document: "S0", section },
    parts: [
      {
        origin: "seed",
        text: "An expedited lead time adds 50 US dollars an hour to the standard rate, a rush lead time 100 US dollars an hour.",
      },
      {
        origin: "ours",
        text: "All time under the deliverable's SOW up to its delivery day carries the premium, time from change orders included. The premium is a line of its own.",
      },
      { origin: "ours", text: "An allowance covers hours, never premiums." },
    ],
    settings: ["premiums.expedited", "premiums.rush"],
  },
  {
    id: "LEAD-3",
    title: "Expedited missed: credited",
    source: { document: "S0", section },
    parts: [
      { origin: "seed", text: "The expedited premium is credited if the expedited lead time is not met." },
      { origin: "ours", text: "As the source leaves no choice here, the credit needs no decision." },
    ],
    settings: [],
  },
  {
    id: "LEAD-4",
    title: "Rush missed: a decision",
    source: { document: "S0", section },
    parts: [
      {
        origin: "seed",
        text: "If the rush lead time is missed but the expedited one is met, the rush premium may be downgraded to the expedited premium. If neither is met, it may be credited.",
      },
      {
        origin: "ours",
        text: "Because the source says may, this is a decision: the system proposes it with its evidence, and a coordinator confirms it or declines it with a reason. If declined, the premium stays due.",
      },
      {
        origin: "ours",
        text: "What is due is every premium line worked out again at the settled rate and rounded, and the credit is what was charged less what is due, line by line. Over several invoice lines it may therefore differ by cents from a calculation on one line.",
      },
    ],
    settings: [],
  },
  {
    id: "LEAD-5",
    title: "Change orders and the lead time",
    source: { document: "S0", section },
    parts: [
      { origin: "seed", text: "Both lead times exclude the introduction of change orders." },
      {
        origin: "ours",
        text: "A change order counts when it is approved from the day the SOW was approved to the delivery day, both included. Several apply by approval date, and on the same day in the order given.",
      },
      {
        origin: "ours",
        text: "By default a change order without new dates ends the guarantee, so nothing is credited, and a later one that states new dates renews it. Where change orders are agreed to be excluded instead, the guarantee stays and only their own minutes are never credited.",
      },
      {
        origin: "ours",
        text: "Dates that a change order states replace the old ones and may not be earlier than them. For rush it states both dates or none.",
      },
    ],
    settings: ["leadTimes.changeOrderEffect"],
  },
  {
    id: "LEAD-6",
    title: "When the clock stops",
    source: { document: "S0", section },
    parts: [
      {
        origin: "seed",
        text: "All lead times assume that the client engages and responds within commercially reasonable times.",
      },
      { origin: "ours", text: "The clock counts business days: Monday to Friday, less the holidays." },
      {
        origin: "ours",
        text: "It stands still while work is stopped for non-payment, while a product fix or building block is awaited, and while we wait on the client, apart from the first two business days of each such wait. A day with several reasons is stopped once: stoppage comes before product, and product before client.",
      },
      {
        origin: "ours",
        text: "The due date moves to the first day by which as many running business days have passed after the start as the original date allowed. Waits before the start or after the moved date change nothing.",
      },
      {
        origin: "ours",
        text: "A date that replaced another moves the same way, as if the clock had started on the day its change order was approved.",
      },
      {
        origin: "ours",
        text: "A stoppage for non-payment lasts from the day the invoice became past due to the day before it was settled.",
      },
    ],
    settings: ["leadTimes.clientResponseBusinessDays", "holidays"],
  },
  {
    id: "LEAD-7",
    title: "When a lead time is met",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "The SOW states two dates for rush, of which the rush date is not the later one, and one for expedited. The clock starts when the SOW is approved and its deposit, if there is one, is paid in full. Until then the client keeps the work waiting: business days after the approval up to the day of full payment, all of them while it is unpaid, are client days without time to respond, for the dates of the SOW and of every change order. An unpaid deposit never makes a missed lead time.",
      },
      {
        origin: "ours",
        text: "A lead time is met when the work is handed over for customer testing on or before the moved date; a practice may choose publishing as the milestone instead.",
      },
      {
        origin: "ours",
        text: "Whether it is met is judged first, so a change order or a late client never turns a met lead time into a missed one. Missed after the guarantee ended means the premium is due in full.",
      },
    ],
    settings: ["leadTimes.deliveryMilestone"],
  },
  {
    id: "LEAD-8",
    title: "How a premium is settled",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A lead time is settled once for each deliverable, at delivery. Until that is confirmed, invoices carry the full premium.",
      },
      {
        origin: "ours",
        text: "Premium on hours already invoiced comes back as a credit memo that names every invoice line and the minutes it reverses, and premium on minutes covered by a deposit returns to the deposit. Hours not yet invoiced carry the settled premium.",
      },
      { origin: "ours", text: "The base rate stays due in every case." },
    ],
    settings: [],
  },
];
