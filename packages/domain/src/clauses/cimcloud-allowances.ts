import type { Clause } from "./clause.ts";

/** ALW: allowances, and what covers a minute before it is invoiced. */
export const allowanceClauses: readonly Clause[] = [
  {
    id: "ALW-1",
    title: "What an allowance is",
    source: { document: "S0", section: "The CIM Pro Services Offering" },
    parts: [
      {
        origin: "seed",
        text: "An allowance is a pre-paid bucket of hours for ongoing or future services, used as needed and typically without discrete deliverables. Typical uses are consulting, supplemental training, solution architecting and project coordination.",
      },
      { origin: "ours", text: "The source's own list of uses serves as the list of categories." },
    ],
    settings: ["allowances.categories"],
  },
  {
    id: "ALW-2",
    title: "Lump sum or monthly",
    source: { document: "S0", section: "The CIM Pro Services Offering" },
    parts: [
      {
        origin: "seed",
        text: "An allowance is bought as a lump sum, typically 10 to 50 hours, or by the month, for example 30 hours a month.",
      },
      { origin: "ours", text: "A lump sum outside the typical size brings a warning, not an error." },
    ],
    settings: ["allowances.usualLumpMinutes"],
  },
  {
    id: "ALW-3",
    title: "Pre-paid: price and payment",
    source: { document: "S0", section: "The CIM Pro Services Offering" },
    parts: [
      { origin: "seed", text: "Allowances are pre-paid." },
      {
        origin: "ours",
        text: "The price is the hours times the standard rate on the day the purchase takes effect, and a monthly allowance keeps that rate. The hours are fixed at purchase.",
      },
      {
        origin: "ours",
        text: "Buying issues an invoice that is due on receipt like any other, and while it is past due the account's work is stopped (INV-5), so the hours are in fact paid before they are used.",
      },
      {
        origin: "ours",
        text: "Bought hours may be used at once. A practice may instead open them only when their invoice is settled; a billing run then leaves open, once, the minutes that an issued and unpaid purchase would cover.",
      },
      {
        origin: "ours",
        text: "With a standing payment, each invoice of the allowance is recorded as paid on the day it is issued.",
      },
    ],
    settings: ["allowances.activation"],
  },
  {
    id: "ALW-4",
    title: "Months, expiry and rollover",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A monthly allowance grants its hours for each calendar month from the 1st of its first month, without proration, until it is ended with a last month. Unused minutes lapse at the end of the month; where a rollover cap is set, up to that many go into the next month only and are used first.",
      },
      {
        origin: "ours",
        text: "The first month is invoiced at purchase, each later month by the first billing run whose date reaches its 1st.",
      },
      {
        origin: "ours",
        text: "A lump sum is valid from the day the purchase takes effect; it does not expire and is not refunded.",
      },
    ],
    settings: ["allowances.rolloverCapMinutes"],
  },
  {
    id: "ALW-5",
    title: "What covers a minute",
    source: { document: "S0", section: "Hourly Rates and Cost of Services" },
    parts: [
      {
        origin: "seed",
        text: "Work covered by an existing allowance, or by a deposit made on a discrete deliverable, is not invoiced.",
      },
      {
        origin: "ours",
        text: "Time is covered by work date, oldest first. Time under a SOW draws on the deliverable's own deposit, then on an allowance if the deliverable opted in, and is invoiced otherwise; other time draws on an allowance and is invoiced otherwise.",
      },
      {
        origin: "ours",
        text: "Time of the same day is covered in the order it was first recorded, imported time in the order of its file, and an amended entry keeps its place.",
      },
      {
        origin: "ours",
        text: "Among grants, the one that expires first is used first, then the oldest, then in order of purchase. A grant covers only time dated within its validity.",
      },
    ],
    settings: [],
  },
  {
    id: "ALW-6",
    title: "Cover is frozen when billed",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "What covers a minute is worked out anew while the time is unbilled and is frozen when a billing run closes it.",
      },
      {
        origin: "ours",
        text: "A late entry uses what the grants of its work date still have, and never changes what was billed.",
      },
    ],
    settings: [],
  },
  {
    id: "ALW-7",
    title: "Alerts, opening balances and overage",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "An alert is recorded when 50, 75, 90 and 100 % of a grant are used, each exactly once.",
      },
      {
        origin: "ours",
        text: "Hours bought before cimpro was in use come in as an opening balance: a grant without an invoice.",
      },
      { origin: "ours", text: "A balance is never cut off at zero; overage is shown as overage." },
    ],
    settings: ["allowances.alertPercents"],
  },
  {
    id: "ALW-8",
    title: "No minute is lost",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "For every account and day, the minutes worked equal those covered by deposit or allowance, invoiced net of credits, held, written off, non-billable, settled elsewhere and still open, added together. If they ever do not, that is a defect.",
      },
      {
        origin: "ours",
        text: "Settled elsewhere means imported time that another system had already invoiced.",
      },
    ],
    settings: [],
  },
];
