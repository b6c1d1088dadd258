import type { ParsedIssue } from "./issue.ts";

/** How a refusal is told to the outside: one table here, one per transport beside it (exit codes, HTTP). */
export type RejectionKind = "refused" | "malformed" | "not-found" | "conflict" | "unauthenticated" | "forbidden";

/** Why something was not done: a stable code, one sentence, the clause it rests on and the facts. Plain JSON. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly message: string;
  readonly clause?: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly issues?: readonly ParsedIssue[];
}

/** The facts that each refusal states. */
interface Facts {
  MALFORMED: { issues: readonly ParsedIssue[] };
  UNAUTHENTICATED: Record<never, never>;
  FORBIDDEN: { action: string; roles: readonly string[] };
  NOT_FOUND: { what: string; id: string };
  ACCOUNT_EXISTS: { account: string };
  DELIVERABLE_EXISTS: { account: string; deliverable: string };
  WORK_STOPPED: { account: string; since: string; on: string; invoices: readonly string[] };
  ENTRY_EXISTS: { entry: string };
  ENTRY_REVERSED: { entry: string };
  ENTRY_CHANGED: { entry: string; version: number };
  ENTRY_NOT_OPEN: { entry: string; openMinutes: number; minutes: number };
  WORK_DATE_OUT_OF_RANGE: { on: string; earliest: string; latest: string };
  DATED_AFTER_TODAY: { what: string; on: string; today: string };
  RUN_AFTER_TODAY: { through: string; today: string };
  DRAFT_OUTDATED: { expected: string; actual: string };
  CREDIT_EXCEEDS_LINE: { invoice: string; line: number; minutes: number; left: number };
  CREDIT_EXCEEDS_UNUSED: { allowance: string; minutes: number; left: number };
  INVOICE_VOIDED: { invoice: string; creditMemo: string };
  INVOICE_SETTLED: { invoice: string };
  PAYMENT_EXISTS: { payment: string };
  PAYMENT_REVERSED: { payment: string };
  ALLOWANCE_EXISTS: { allowance: string };
  ALLOWANCE_NOT_MONTHLY: { allowance: string };
  ALLOWANCE_ENDED: { allowance: string; lastMonth: string };
  ALLOWANCE_MONTH_INVOICED: { allowance: string; month: string; lastMonth: string };
  CONDITION_OF_OTHER_PHASE: { condition: string; phase: string; belongsTo: string };
  CONDITION_COUNTED: { condition: string };
  EVIDENCE_TOO_EARLY: { condition: string; missing: readonly string[]; clauses: readonly string[] };
  OWN_WORK: { person: string; condition: string; of: string; clauses: readonly string[] };
  PHASE_NOT_NEXT: { phase: string; to: string; next: string | null };
  PHASE_INCOMPLETE: {
    phase: string;
    to: string;
    missing: readonly { readonly title: string; readonly clauses: readonly string[] }[];
  };
  PHASE_NOT_BEFORE: { phase: string; to: string; before: string | null };
  CHANGE_ORDER_DATE_EARLIER: { on: string; date: string; replaces: string; states: string };
  POLICY_IN_FORCE: { from: string; latest: string };
  POLICY_CURRENCY: { policy: string; books: string };
  DEMO_NEEDS_NEW_BOOKS: { accounts: number };
  KEY_REUSED: { key: string };
}

export type RejectionCode = keyof Facts;

interface Refusal<F> {
  readonly kind: RejectionKind;
  /** The clause it rests on; told by the facts where gates are data of the practice. */
  readonly clause?: string | ((facts: F) => string | undefined);
  readonly sentence: (facts: F) => string;
}

const catalogue: { readonly [Code in RejectionCode]: Refusal<Facts[Code]> } = {
  MALFORMED: {
    kind: "malformed",
    sentence: ({ issues }) =>
      issues.length === 0
        ? "The input is malformed."
        : issues.map((issue) => (issue.path === "" ? issue.message : `${issue.path}: ${issue.message}`)).join("; "),
  },
  UNAUTHENTICATED: {
    kind: "unauthenticated",
    sentence: () => "Sign in first: open the link that the server printed, or send an API token (CIMPRO_TOKEN).",
  },
  FORBIDDEN: {
    kind: "forbidden",
    clause: "ROLE-5",
    sentence: ({ action, roles }) => `${action} is for ${roles.join(", ")}.`,
  },
  NOT_FOUND: { kind: "not-found", sentence: ({ what, id }) => `There is no ${what} "${id}".` },
  ACCOUNT_EXISTS: {
    kind: "conflict",
    sentence: ({ account }) => `Account "${account}" is open already; choose another --id or edit it.`,
  },
  DELIVERABLE_EXISTS: {
    kind: "conflict",
    sentence: ({ account, deliverable }) => `Account "${account}" has a deliverable "${deliverable}" already.`,
  },
  WORK_STOPPED: {
    kind: "refused",
    clause: "INV-5",
    sentence: ({ account, since, on, invoices }) =>
      `Work for "${account}" is stopped since ${since} because ${invoices.join(", ")} ${invoices.length === 1 ? "is" : "are"} past due, so nothing dated ${on} can be logged. Record the payment, or let a coordinator override with a reason.`,
  },
  ENTRY_EXISTS: {
    kind: "conflict",
    sentence: ({ entry }) => `Another time entry has the id ${entry}; amend that one or leave the id out.`,
  },
  ENTRY_REVERSED: { kind: "refused", clause: "INV-3", sentence: ({ entry }) => `Time entry ${entry} was reversed.` },
  ENTRY_CHANGED: {
    kind: "conflict",
    sentence: ({ entry, version }) =>
      `Time entry ${entry} was changed by someone else (now version ${version}); look at it again, then repeat.`,
  },
  ENTRY_NOT_OPEN: {
    kind: "refused",
    clause: "ALW-8",
    sentence: ({ entry, openMinutes, minutes }) =>
      `Time entry ${entry} has ${openMinutes} open minutes, so ${minutes} cannot be written off.`,
  },
  WORK_DATE_OUT_OF_RANGE: {
    kind: "refused",
    sentence: ({ on, earliest, latest }) =>
      `${on} is not a plausible work date; it must lie from ${earliest} to ${latest}.`,
  },
  DATED_AFTER_TODAY: {
    kind: "refused",
    sentence: ({ what, on, today }) => `A ${what} cannot be dated ${on}: today is ${today}.`,
  },
  RUN_AFTER_TODAY: {
    kind: "refused",
    clause: "INV-1",
    sentence: ({ through, today }) => `A billing run through ${through} must wait: today is ${today}.`,
  },
  DRAFT_OUTDATED: {
    kind: "conflict",
    clause: "INV-4",
    sentence: () => "The books changed since that draft; look at a new draft, then run with its digest.",
  },
  CREDIT_EXCEEDS_LINE: {
    kind: "refused",
    clause: "INV-3",
    sentence: ({ invoice, line, minutes, left }) =>
      `Line ${line} of ${invoice} has ${left} minutes left to credit, so ${minutes} cannot be credited.`,
  },
  CREDIT_EXCEEDS_UNUSED: {
    kind: "refused",
    clause: "ALW-3",
    sentence: ({ allowance, minutes, left }) =>
      `Allowance ${allowance} has ${left} unused minutes, so ${minutes} cannot be taken back; use the reason waive to forgive the price only.`,
  },
  INVOICE_VOIDED: {
    kind: "refused",
    clause: "INV-3",
    sentence: ({ invoice, creditMemo }) => `Invoice ${invoice} was voided by ${creditMemo}.`,
  },
  INVOICE_SETTLED: {
    kind: "refused",
    clause: "INV-6",
    sentence: ({ invoice }) => `Invoice ${invoice} has no open balance to suspend.`,
  },
  PAYMENT_EXISTS: {
    kind: "conflict",
    sentence: ({ payment }) => `Another payment has the id ${payment}; leave the id out to record a new one.`,
  },
  PAYMENT_REVERSED: {
    kind: "refused",
    clause: "INV-6",
    sentence: ({ payment }) => `Payment ${payment} was reversed already.`,
  },
  ALLOWANCE_EXISTS: {
    kind: "conflict",
    sentence: ({ allowance }) => `Allowance ${allowance} was bought already; leave the id out to buy another.`,
  },
  ALLOWANCE_NOT_MONTHLY: {
    kind: "refused",
    clause: "ALW-4",
    sentence: ({ allowance }) =>
      `Allowance ${allowance} is a lump sum: it has no expiry and no refund, so it cannot be ended.`,
  },
  ALLOWANCE_ENDED: {
    kind: "refused",
    clause: "ALW-4",
    sentence: ({ allowance, lastMonth }) => `Allowance ${allowance} ends with ${lastMonth} already.`,
  },
  ALLOWANCE_MONTH_INVOICED: {
    kind: "refused",
    clause: "ALW-4",
    sentence: ({ allowance, month, lastMonth }) =>
      `Allowance ${allowance} is invoiced through ${month} already, so it cannot end with ${lastMonth}; credit those invoices first.`,
  },
  CONDITION_OF_OTHER_PHASE: {
    kind: "refused",
    sentence: ({ condition, phase, belongsTo }) =>
      `Condition "${condition}" belongs to phase "${belongsTo}", but the work is in "${phase}".`,
  },
  CONDITION_COUNTED: {
    kind: "refused",
    sentence: ({ condition }) => `Condition "${condition}" is counted, not stated: it holds once nothing is open.`,
  },
  EVIDENCE_TOO_EARLY: {
    kind: "refused",
    clause: ({ clauses }) => clauses[0],
    sentence: ({ condition, missing }) => `"${condition}" must wait for: ${missing.join("; ")}.`,
  },
  OWN_WORK: {
    kind: "refused",
    clause: ({ clauses }) => clauses[0],
    sentence: ({ person, condition, of }) =>
      `${person} stated "${of}", so "${condition}" must come from somebody else.`,
  },
  PHASE_NOT_NEXT: {
    kind: "refused",
    sentence: ({ phase, to, next }) =>
      next === null
        ? `"${phase}" is the last phase, so the work cannot advance to "${to}".`
        : `The work is in "${phase}" and advances to "${next}", not to "${to}".`,
  },
  PHASE_INCOMPLETE: {
    kind: "refused",
    clause: ({ missing }) => missing[0]?.clauses[0],
    sentence: ({ to, missing }) => `Before "${to}" there must be: ${missing.map(({ title }) => title).join("; ")}.`,
  },
  PHASE_NOT_BEFORE: {
    kind: "refused",
    clause: "PROC-7",
    sentence: ({ phase, to, before }) =>
      before === null
        ? `Work in "${phase}" cannot go back.`
        : `From "${phase}" the work goes back to "${before}", not to "${to}".`,
  },
  CHANGE_ORDER_DATE_EARLIER: {
    kind: "refused",
    clause: "LEAD-5",
    sentence: ({ on, date, replaces, states }) =>
      `The change order of ${on} states ${states} as the ${date} date, which is earlier than the ${replaces} that it would replace.`,
  },
  POLICY_IN_FORCE: {
    kind: "refused",
    sentence: ({ from, latest }) =>
      `A policy version must begin after the latest one, which begins ${latest}; ${from} would change what is in force.`,
  },
  POLICY_CURRENCY: {
    kind: "refused",
    sentence: ({ policy, books }) =>
      `The policy is in ${policy} but the books are in ${books}; start new books for another currency.`,
  },
  DEMO_NEEDS_NEW_BOOKS: {
    kind: "conflict",
    sentence: ({ accounts }) =>
      `These books have ${accounts} account${accounts === 1 ? "" : "s"}; the demo practice is only seeded into new books.`,
  },
  KEY_REUSED: {
    kind: "conflict",
    sentence: ({ key }) => `The idempotency key "${key}" was used for another input; use a new key.`,
  },
};

/** Every refusal there is, for tables that must name each (exit codes, HTTP, docs). */
export const rejectionCodes = Object.keys(catalogue) as readonly RejectionCode[];

export const rejectionKind = (code: RejectionCode): RejectionKind => catalogue[code].kind;

/** States a refusal: its sentence and clause come from the catalogue, its facts from the caller. */
export function rejection<Code extends RejectionCode>(code: Code, facts: Facts[Code]): Rejection {
  const { sentence, clause: basis } = catalogue[code];
  const clause = typeof basis === "function" ? basis(facts) : basis;
  const issues = (facts as { issues?: readonly ParsedIssue[] }).issues;
  return {
    code,
    message: sentence(facts),
    ...(clause === undefined ? {} : { clause }),
    details: issues === undefined ? { ...facts } : {},
    ...(issues === undefined ? {} : { issues }),
  };
}
