import { formatDuration, formatMoney } from "@cimpro/domain";
import type { Asked } from "./about.ts";
import type { Words } from "./letter.ts";

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
    facts: { kind: "approval-asked", asked },
  };
}

export interface Invoiced {
  readonly number: string;
  readonly currency: string;
  readonly total: number;
  readonly balance: number;
  readonly dueOn: string;
  readonly today: string;
  /** There was something to pay when it was issued. */
  readonly wasOpen: boolean;
}

export const invoiceIssued = ({ number, currency, total, balance, dueOn, today, wasOpen }: Invoiced): Words => ({
  kind: "invoice-issued",
  subject: `Invoice ${number} over ${formatMoney(total, currency)}`,
  body: `Invoice ${number} over ${formatMoney(total, currency)} was issued. ${
    balance === 0
      ? "Nothing is left to pay."
      : `It ${today > dueOn ? "was" : "is"} due on receipt (${dueOn}); ${formatMoney(balance, currency)} is left to pay. Work stops while an invoice is past due.`
  }`,
  link: `/invoices/${number}`,
  about: number,
  facts: { kind: "invoice-issued", invoice: number, wasOpen },
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
  facts: { kind: "work-stopped" },
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
  facts: { kind: "work-resumed" },
});

/** Read by the customer's people and by ours: it says whose hours they are. */
export const allowanceAlert = (facts: {
  readonly account: string;
  readonly accountName: string;
  readonly grant: string;
  readonly percent: number;
  /** The day on which so many were used. */
  readonly reachedOn: string;
  readonly usedMinutes: number;
  readonly grantedMinutes: number;
}): Words => ({
  kind: "allowance-alert",
  ...alertWords(facts),
  link: `/accounts/${facts.account}?tab=allowances`,
  about: `${facts.grant} ${facts.percent}`,
  facts: { kind: "allowance-alert", grant: facts.grant, percent: facts.percent, reachedOn: facts.reachedOn },
});

function alertWords({
  accountName: name,
  percent,
  reachedOn,
  usedMinutes: used,
  grantedMinutes: granted,
}: Parameters<typeof allowanceAlert>[0]): Pick<Words, "subject" | "body"> {
  const subject = `${name}: ${percent} % of the pre-paid hours are used`;
  const left = `${formatDuration(Math.max(0, granted - used))} are left`;
  const share = `${formatDuration(used)} of the ${formatDuration(granted)} of pre-paid hours of ${name} are used`;
  if (used >= granted)
    return {
      subject,
      body: `The ${formatDuration(granted)} of pre-paid hours of ${name} are used up. Further work is invoiced, unless more are bought.`,
    };
  if (used * 100 >= percent * granted) return { subject, body: `${share}: ${left}.` };
  return {
    subject: `${name}: ${percent} % of the pre-paid hours were used on ${reachedOn}`,
    body: `On ${reachedOn} ${percent} % of the pre-paid hours of ${name} were used. That changed since: ${share} now, and ${left}.`,
  };
}

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
  about: `${risk.deliverable} ${risk.leadTime} ${risk.dueOn} ${isLate(risk) ? "late" : "soon"}`,
  facts: {
    kind: "lead-time-at-risk",
    deliverable: risk.deliverable,
    leadTime: risk.leadTime,
    dueOn: risk.dueOn,
    isLate: isLate(risk),
  },
});

export const isLate = ({ businessDaysLeft }: AtRisk): boolean => businessDaysLeft < 0;
