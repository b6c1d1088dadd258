// What another team's program does with the library: an offer, a plan, and a month's draft invoices, from plain facts.
// Run it with: node examples/library/estimate.ts

import {
  type BillingFacts,
  coverTime,
  defaultPolicy,
  draftInvoices,
  formatDuration,
  formatMoney,
  grantsOf,
  planImplementation,
  quote,
  type Result,
  rateOn,
  recommendPackage,
  settlePremium,
} from "@cimpro/domain";

const policy = defaultPolicy;
const money = (amount: number): string => formatMoney(amount, policy.currency);
const say = (text: string): void => console.log(text);

/** The answer, or the refusal as a sentence. */
function orStop<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.rejection.message);
  return result.value;
}

const offer = quote({ minutes: 750, leadTime: "rush", on: "2026-03-02" }, policy);
for (const { kind, minutes, ratePerHour, amount, clauses } of offer.lines)
  say(`${kind}: ${formatDuration(minutes)} at ${money(ratePerHour)} = ${money(amount)} (${clauses.join(", ")})`);
say(`12.5 hours of rush work cost ${money(offer.total)}`);

const settled = orStop(
  settlePremium(
    {
      leadTime: "rush",
      minutes: 750,
      startedOn: "2026-03-02",
      rushBy: "2026-03-13",
      expeditedBy: "2026-03-20",
      deliveredOn: "2026-03-18",
      clientWaits: [{ from: "2026-03-09", to: "2026-03-12" }],
    },
    policy,
  ),
);
say(
  `delivered on 2026-03-18: ${settled.outcome}, rush was due on ${settled.dueDates.rush}, credit ${money(settled.credit)}`,
);

const wanted = {
  roles: ["expert-help-settings-product-content"],
  portal: "none",
  minutesPerMonth: 15 * 60,
  context: "project",
} as const;
const { recommended } = orStop(recommendPackage(wanted, policy.packages));
say(`15 hours a month of settings work: ${recommended?.package}, ${recommended?.units} units`);

const plan = orStop(
  planImplementation(
    { orderedOn: "2026-03-02", connect: "select", project: "first", changed: [], done: {}, today: "2026-03-20" },
    policy.implementation,
  ),
);
const connected = plan.milestones.find(({ id }) => id === "connected");
say(`connected by ${connected?.targetOn}, as things stand by ${connected?.forecastOn}`);

const entries = [
  { id: "call", on: "2026-03-03", deliverable: null, minutes: 90, deferredOn: null },
  { id: "mapping", on: "2026-03-05", deliverable: null, minutes: 560, deferredOn: null },
];
const bought = {
  kind: "lump-sum",
  id: "ten-hours",
  account: "acme",
  sequence: 1,
  minutes: 600,
  ratePerHour: rateOn(policy.rateCard, "2026-03-02").ratePerHour,
  validFrom: "2026-03-02",
  opening: true,
  paid: false,
} as const;
const rolloverCapMinutes = policy.allowances.rolloverCapMinutes;
const grants = grantsOf([bought], [], policy.allowances, "2026-03-31");
for (const { id, allowance, openMinutes } of coverTime({ open: entries, grants, frozen: new Map(), rolloverCapMinutes })
  .cover)
  say(
    `${id}: ${formatDuration(allowance.reduce((sum, part) => sum + part.minutes, 0))} covered, ${openMinutes} min open`,
  );

const acme: BillingFacts = {
  account: "acme",
  party: { name: "Acme Tools", address: "", email: "" },
  billingAnchor: null,
  closedThrough: null,
  entries,
  allowances: [bought],
  sales: [],
  frozen: new Map(),
};
const run = orStop(
  draftInvoices([acme], {
    from: { name: "North Practice", address: "", email: "" },
    today: "2026-03-31",
    through: "2026-03-29",
    terms: {
      currency: policy.currency,
      policy: { id: policy.id, version: 1 },
      billing: policy.billing,
      allowances: policy.allowances,
      rateOn: (on) => rateOn(policy.rateCard, on),
    },
  }),
);
for (const invoice of run.invoices) say(`draft for ${invoice.account}: ${money(invoice.total)}`);
say(`frozen: ${run.minutes.allowance} min of the allowance, ${run.minutes.invoiced} min invoiced`);
