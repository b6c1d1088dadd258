import { formatDuration, formatMoney } from "@cimpro/domain";
import type { Words } from "./letter.ts";

/** What is asked of a customer: the document, and what saying yes means, in a sentence. */
export interface Asked {
  readonly kind: "sow" | "change-order" | "uat";
  /** The id of the SOW or change order; for UAT that of the link or occasion. */
  readonly id: string;
  readonly account: string;
  readonly deliverable: string;
  readonly deliverableName: string;
  /** Money and dates, in sentences of whoever asks; may be empty. */
  readonly consequence: string;
}

const askedFor: Readonly<Record<Asked["kind"], { readonly what: string; readonly please: string }>> = {
  sow: { what: "Statement of work", please: "Please read it, then approve it or ask what is unclear." },
  "change-order": { what: "Change order", please: "Please look at what it changes, then approve or decline it." },
  uat: { what: "Ready for your testing", please: "Please test it, and approve it or tell us what you found." },
};

export function approvalAsked(asked: Asked): Words {
  const { what, please } = askedFor[asked.kind];
  return {
    kind: "approval-asked",
    subject: `${what}: ${asked.deliverableName}`,
    body: [`${what} for ${asked.deliverableName}.`, asked.consequence, please].filter((part) => part !== "").join(" "),
    // Another account may have work of the same id: passed on to the services team, the link says whose it is.
    link: `/approve/${asked.kind}/${asked.deliverable}/${asked.id}?account=${asked.account}`,
    about: `${asked.kind} ${asked.deliverable} ${asked.id}`,
  };
}

export interface Invoiced {
  readonly number: string;
  readonly currency: string;
  readonly total: number;
  readonly balance: number;
  readonly dueOn: string;
  readonly period: { readonly start: string; readonly end: string } | null;
}

export const invoiceIssued = ({ number, currency, total, balance, dueOn }: Invoiced): Words => ({
  kind: "invoice-issued",
  subject: `Invoice ${number} over ${formatMoney(total, currency)}`,
  body:
    balance === 0
      ? `Invoice ${number} over ${formatMoney(total, currency)} was issued. Nothing is left to pay.`
      : `Invoice ${number} over ${formatMoney(total, currency)} was issued. It is due on receipt (${dueOn}); ${formatMoney(balance, currency)} is left to pay. Work stops while an invoice is past due.`,
  link: `/invoices/${number}`,
  about: number,
});

export const workStopped = (facts: {
  readonly account: string;
  readonly accountName: string;
  readonly since: string;
  readonly invoices: readonly string[];
  readonly before: string;
}): Words => ({
  kind: "work-stopped",
  subject: `Work for ${facts.accountName} is stopped`,
  body: `Work for ${facts.accountName} is stopped since ${facts.since}, because ${facts.invoices.join(", ")} ${facts.invoices.length === 1 ? "is" : "are"} past due. It goes on the moment what is past due is paid. Lead times stand still until then.`,
  link: `/accounts/${facts.account}?tab=invoices`,
  about: `${facts.since} ${facts.before}`,
});

export const workResumed = (facts: {
  readonly account: string;
  readonly accountName: string;
  readonly before: string;
}): Words => ({
  kind: "work-resumed",
  subject: `Work for ${facts.accountName} goes on`,
  body: `Nothing of ${facts.accountName} is past due any more: work goes on.`,
  link: `/accounts/${facts.account}`,
  about: facts.before,
});

/** Read by the customer's people and by ours: it says whose hours they are. */
export const allowanceAlert = (facts: {
  readonly account: string;
  readonly accountName: string;
  readonly grant: string;
  readonly percent: number;
  readonly usedMinutes: number;
  readonly grantedMinutes: number;
}): Words => ({
  kind: "allowance-alert",
  subject: `${facts.accountName}: ${facts.percent} % of the pre-paid hours are used`,
  body:
    facts.usedMinutes >= facts.grantedMinutes
      ? `The ${formatDuration(facts.grantedMinutes)} of pre-paid hours of ${facts.accountName} are used up. Further work is invoiced, unless more are bought.`
      : `${formatDuration(facts.usedMinutes)} of the ${formatDuration(facts.grantedMinutes)} of pre-paid hours of ${facts.accountName} are used: ${formatDuration(facts.grantedMinutes - facts.usedMinutes)} are left.`,
  link: `/accounts/${facts.account}?tab=allowances`,
  about: `${facts.grant} ${facts.percent}`,
});

/** A promise that the clock says may be missed. */
export interface AtRisk {
  readonly account: string;
  readonly deliverable: string;
  readonly deliverableName: string;
  readonly leadTime: "expedited" | "rush";
  /** As moved by the days that did not count. */
  readonly dueOn: string;
  readonly businessDaysLeft: number;
}

export const leadTimeAtRisk = (risk: AtRisk): Words => ({
  kind: "lead-time-at-risk",
  subject: `${risk.deliverableName}: ${risk.leadTime} due ${risk.dueOn}`,
  body:
    risk.businessDaysLeft < 0
      ? `${risk.deliverableName} was due ${risk.dueOn} (${risk.leadTime}) and is not delivered.`
      : `${risk.deliverableName} is due ${risk.dueOn} (${risk.leadTime}): ${risk.businessDaysLeft} business day${risk.businessDaysLeft === 1 ? " is" : "s are"} left, and it is not delivered.`,
  link: `/accounts/${risk.account}/deliverables/${risk.deliverable}`,
  about: `${risk.deliverable} ${risk.leadTime} ${risk.dueOn} ${risk.businessDaysLeft < 0 ? "late" : "soon"}`,
});
