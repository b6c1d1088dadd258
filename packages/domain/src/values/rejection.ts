import type { ParsedIssue } from "./issue.ts";

/** How a refusal is told to the outside: one table here, one per transport beside it (exit codes, HTTP). */
export type RejectionKind =
  | "throttled"
  | "refused"
  | "malformed"
  | "not-found"
  | "conflict"
  | "unauthenticated"
  | "forbidden";

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
  READ_ONLY_TOKEN: { action: string };
  SIGN_IN_REFUSED: Record<never, never>;
  CODE_NEEDED: Record<never, never>;
  TOO_MANY_ATTEMPTS: { seconds: number };
  HOST_UNKNOWN: { host: string };
  LINK_EXPIRED: Record<never, never>;
  PASSWORD_WRONG: Record<never, never>;
  SECOND_STEP_CODE_WRONG: Record<never, never>;
  SECOND_STEP_ON: Record<never, never>;
  SECOND_STEP_OFF: { user: string };
  SECOND_STEP_OWN: Record<never, never>;
  NO_USER: Record<never, never>;
  USER_EXISTS: { email: string };
  EMAIL_TAKEN: { email: string };
  LAST_ADMIN: { user: string };
  TOKEN_SHOWN: { token: string; name: string };
  NOT_DEMO: Record<never, never>;
  MESSAGE_SENT: { message: string };
  NOT_FOUND: { what: string; id: string };
  ACCOUNT_EXISTS: { account: string };
  DELIVERABLE_EXISTS: { account: string; deliverable: string };
  WORK_STOPPED: { account: string; since: string; on: string; invoices: readonly string[] };
  ENTRY_EXISTS: { entry: string };
  ENTRY_REVERSED: { entry: string };
  ENTRY_CHANGED: { entry: string; version: number };
  ENTRY_NOT_OPEN: { entry: string; openMinutes: number; minutes: number };
  WORK_DATE_OUT_OF_RANGE: { on: string; earliest: string; latest: string };
  DATE_OUT_OF_RANGE: { of: string; on: string; earliest: string; latest: string };
  DATED_AFTER_TODAY: { what: string; on: string; today: string };
  RUN_AFTER_TODAY: { through: string; today: string };
  ACCOUNT_PARKED: { account: string; steps: number; issuedToday: number; most: number; earliest: string };
  DRAFT_OUTDATED: { expected: string; actual: string };
  CREDIT_EXCEEDS_LINE: { invoice: string; line: number; minutes: number; left: number };
  PREMIUM_NOT_REBILLED: { invoice: string; line: number };
  DEPOSIT_LINE: { invoice: string; line: number };
  DEPOSIT_USED: { invoice: string; deliverable: string };
  OPENING_LINE: { invoice: string; line: number };
  OPENING_NUMBER_OURS: { number: string };
  OPENING_PHASE_OVER: { deliverable: string; phase: string };
  OPENING_NEEDS_SOW: { deliverable: string; phase: string };
  OPENING_DELIVERED: { deliverable: string; phase: string; leadTime: string };
  INVOICE_EXISTS: { invoice: string };
  CREDIT_EXCEEDS_UNUSED: { allowance: string; minutes: number; left: number };
  INVOICE_VOIDED: { invoice: string; creditMemo: string };
  INVOICE_SETTLED: { invoice: string };
  PAYMENT_EXISTS: { payment: string };
  PAYMENT_REVERSED: { payment: string };
  ALLOWANCE_EXISTS: { allowance: string };
  ALLOWANCE_NOT_MONTHLY: { allowance: string };
  ALLOWANCE_ENDED: { allowance: string; lastMonth: string };
  ALLOWANCE_MONTH_INVOICED: { allowance: string; month: string; lastMonth: string };
  PERSON_EXISTS: { account: string; person: string };
  SUBSCRIPTION_EXISTS: { account: string; subscription: string };
  SUBSCRIPTION_ENDED: { subscription: string; lastOn: string };
  PACKAGE_NOT_RUNNING: { subscription: string; on: string; orderedOn: string; lastOn: string | null };
  PLAN_EXISTS: { account: string; plan: string };
  DELIVERABLE_CLOSED: { deliverable: string; state: string };
  DELIVERABLE_HAS_OPEN_TIME: { deliverable: string; openMinutes: number };
  DELIVERABLE_AWAITS_PREMIUM: { deliverable: string };
  WORK_BREAKDOWN_CYCLE: { deliverable: string; parent: string };
  PHASES_NOT_ENDED: { deliverable: string; phase: string; remaining: readonly string[] };
  LEAD_TIME_NOT_ELIGIBLE: { deliverable: string };
  LEAD_TIME_DATE_PASSED: { document: string; date: string; by: string; on: string };
  SOW_WITHOUT_ESTIMATE: { deliverable: string };
  SOW_ALREADY_APPROVED: { deliverable: string; sow: string };
  SOW_REPLACED: { sow: string; by: string };
  SOW_EXPIRED: { sow: string; validUntil: string; on: string };
  SOW_NOT_APPROVED: { deliverable: string };
  APPROVED_BEFORE_STATED: { document: string; statedOn: string; on: string };
  CHANGE_ORDER_DECIDED: { changeOrder: string; state: string };
  CONDITION_OF_OTHER_PHASE: { condition: string; phase: string; belongsTo: string };
  CONDITION_COUNTED: { condition: string };
  EVIDENCE_TOO_EARLY: { condition: string; missing: readonly string[]; clauses: readonly string[] };
  OWN_WORK: { person: string; condition: string; of: string; clauses: readonly string[] };
  PERSON_UNCLEAR: { person: string; candidates: readonly string[] };
  EVIDENCE_NEEDS_SOW: { condition: string; clauses: readonly string[] };
  PHASE_NOT_NEXT: { phase: string; to: string; next: string | null };
  PHASE_INCOMPLETE: {
    phase: string;
    to: string;
    missing: readonly { readonly title: string; readonly clauses: readonly string[] }[];
  };
  PHASE_NOT_BEFORE: { phase: string; to: string; before: string | null };
  PHASE_DATE_EARLIER: { on: string; earliest: string };
  FINDING_TOO_LATE: { kind: string; phase: string; countedIn: string | null };
  FINDING_ENDED: { finding: string; state: string; on: string };
  ENDED_BEFORE_REPORTED: { finding: string; on: string; reportedOn: string };
  UPDATE_EXISTS: { update: string; account: string };
  REVIEW_DECIDED: { review: string; state: string; on: string };
  CHANGE_ORDER_DATE_EARLIER: { on: string; date: string; replaces: string; states: string };
  WAIT_ENDS_BEFORE_START: { from: string; to: string };
  WAIT_EXISTS: { wait: string };
  WAIT_ENDED: { wait: string; to: string };
  WAIT_NOT_CLEAR: { deliverable: string; waits: readonly string[] };
  PREMIUM_NONE: { deliverable: string };
  PREMIUM_NOT_DELIVERED: { deliverable: string };
  PREMIUM_SETTLED: { deliverable: string; state: string; deliveredOn: string };
  PREMIUM_OUTDATED: { deliverable: string; proposed: string; now: string };
  PRODUCT_ITEM_EXISTS: { item: string };
  PRODUCT_ITEM_STEP: { item: string; from: string; to: string; may: readonly string[] };
  PRODUCT_ITEM_BACKDATED: { item: string; on: string; last: string };
  REQUEST_EXISTS: { request: string };
  REQUEST_DECIDED: { request: string; state: string; on: string };
  REQUEST_MOVED_LATER: { request: string; on: string; last: string };
  POLICY_IN_FORCE: { from: string; latest: string };
  POLICY_CURRENCY: { policy: string; books: string };
  PRACTICE_STARTED: { accounts: number; versions: number };
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
    sentence: () => "Sign in first, or send an API token.",
  },
  FORBIDDEN: {
    kind: "forbidden",
    clause: "ROLE-5",
    sentence: ({ action, roles }) => `${action} is for ${roles.join(", ")}.`,
  },
  READ_ONLY_TOKEN: {
    kind: "forbidden",
    clause: "ROLE-5",
    sentence: ({ action }) => `This token may only read, and ${action} changes something.`,
  },
  SIGN_IN_REFUSED: {
    kind: "unauthenticated",
    sentence: () => "That email, password or code is not right. Try again, or ask for a link to choose a new password.",
  },
  CODE_NEEDED: {
    kind: "unauthenticated",
    sentence: () => "Add the six digits that your authenticator app shows, or one of your recovery codes.",
  },
  TOO_MANY_ATTEMPTS: {
    kind: "throttled",
    sentence: ({ seconds }) => `Too many attempts: try again in ${seconds} second${seconds === 1 ? "" : "s"}.`,
  },
  HOST_UNKNOWN: {
    kind: "forbidden",
    sentence: ({ host }) =>
      `This server does not answer as "${host}": whoever runs it lists its names in CIMPRO_HOSTS, or says its address in CIMPRO_PUBLIC_URL.`,
  },
  LINK_EXPIRED: { kind: "refused", sentence: () => "That link was used before, or is too old: ask for a new one." },
  PASSWORD_WRONG: { kind: "refused", sentence: () => "The current password is not right." },
  SECOND_STEP_CODE_WRONG: {
    kind: "refused",
    sentence: () => "That code is not right or was used before: wait for the next one.",
  },
  SECOND_STEP_ON: {
    kind: "conflict",
    sentence: () => "The second step is on already: turn it off first to set it up anew.",
  },
  SECOND_STEP_OFF: { kind: "conflict", sentence: ({ user }) => `The second step of ${user} is off already.` },
  SECOND_STEP_OWN: {
    kind: "refused",
    clause: "ROLE-5",
    sentence: () => "Turn your own second step off in your settings, with a code: an admin turns off those of others.",
  },
  NO_USER: {
    kind: "refused",
    clause: "ROLE-5",
    sentence: () => "This sign-in belongs to no user, so it has no password, second step or other sessions.",
  },
  USER_EXISTS: {
    kind: "conflict",
    sentence: ({ email }) => `There is a user with the email ${email} already: edit or enable that one.`,
  },
  EMAIL_TAKEN: {
    kind: "conflict",
    sentence: ({ email }) => `Somebody signs in with ${email} already: choose another email.`,
  },
  TOKEN_SHOWN: {
    kind: "conflict",
    sentence: ({ token, name }) =>
      `Token ${token} ("${name}") is made already, and its secret was shown once: revoke it and make another.`,
  },
  LAST_ADMIN: {
    kind: "refused",
    clause: "ROLE-5",
    sentence: ({ user }) => `${user} is the only admin who can sign in: make somebody else an admin first.`,
  },
  NOT_DEMO: { kind: "refused", sentence: () => "That is for the demo practice only." },
  MESSAGE_SENT: { kind: "conflict", sentence: ({ message }) => `Message ${message} was sent already.` },
  NOT_FOUND: { kind: "not-found", sentence: ({ what, id }) => `There is no ${what} "${id}".` },
  ACCOUNT_EXISTS: {
    kind: "conflict",
    sentence: ({ account }) => `Account "${account}" is open already; edit it, or choose another id.`,
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
  DATE_OUT_OF_RANGE: {
    kind: "refused",
    sentence: ({ of, on, earliest, latest }) =>
      `${on} (${of}) can only be mistyped: it must lie from ${earliest} to ${latest}. Correct the year.`,
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
  ACCOUNT_PARKED: {
    kind: "refused",
    clause: "INV-4",
    sentence: ({ account, steps, issuedToday, most, earliest }) =>
      `Nothing was billed for "${account}": it would get ${steps} invoices on one day, beginning with ${earliest}${issuedToday === 0 ? "" : `, beside ${issuedToday} of today`}, and at most ${most} are thought possible. Correct the date that was mistyped (end the allowance, void its invoice, amend the time), or adopt a policy with a higher billing.mostInvoicesADay.`,
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
  PREMIUM_NOT_REBILLED: {
    kind: "refused",
    clause: "LEAD-8",
    sentence: ({ invoice, line }) =>
      `Line ${line} of ${invoice} is a premium, which is billed again with its labor only: credit the labor line, and the premium of its minutes goes with it; use the reason waive to forgive the premium alone.`,
  },
  DEPOSIT_LINE: {
    kind: "refused",
    clause: "DLV-3",
    sentence: ({ invoice, line }) =>
      `Line ${line} of ${invoice} is a deposit: it has no minutes to credit. What is left of it comes back when the deliverable closes; while nothing of it is used, the invoice can be voided.`,
  },
  OPENING_LINE: {
    kind: "refused",
    clause: "INV-3",
    sentence: ({ invoice, line }) =>
      `Line ${line} of ${invoice} is an amount of another system: it has no minutes to credit. Void the invoice to credit all of it.`,
  },
  OPENING_NUMBER_OURS: {
    kind: "refused",
    clause: "INV-3",
    sentence: ({ number }) =>
      `${number} is a number of the series that these books give without a gap: take the invoice over under a number of its own, such as OLD-${number}.`,
  },
  OPENING_PHASE_OVER: {
    kind: "refused",
    clause: "PROC-8",
    sentence: ({ deliverable, phase }) =>
      `"${deliverable}" has reached ${spaced(phase)}, so it runs no more: leave it in the other system, and add later work on it as a new deliverable.`,
  },
  OPENING_NEEDS_SOW: {
    kind: "refused",
    clause: "PROC-1",
    sentence: ({ deliverable, phase }) =>
      `"${deliverable}" is in ${spaced(phase)}, which follows the approval of its SOW: state the day of the approval and the hours approved.`,
  },
  OPENING_DELIVERED: {
    kind: "refused",
    clause: "LEAD-8",
    sentence: ({ deliverable, phase, leadTime }) =>
      `"${deliverable}" is in ${spaced(phase)}, after its delivery: settle its ${leadTime} lead time where it was billed and take it over without one; later time carries no premium.`,
  },
  INVOICE_EXISTS: {
    kind: "conflict",
    sentence: ({ invoice }) => `There is an invoice ${invoice} already, and it says something else.`,
  },
  DEPOSIT_USED: {
    kind: "refused",
    clause: "DLV-3",
    sentence: ({ invoice, deliverable }) =>
      `The deposit of ${invoice} on "${deliverable}" was used or given back, so it cannot be voided; what is left of it comes back when the deliverable closes.`,
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
  PERSON_EXISTS: {
    kind: "conflict",
    sentence: ({ account, person }) =>
      `Account "${account}" has a person "${person}" already; edit that one, or choose another id.`,
  },
  SUBSCRIPTION_EXISTS: {
    kind: "conflict",
    sentence: ({ account, subscription }) =>
      `Account "${account}" has a package "${subscription}" already; leave the id out or choose another.`,
  },
  SUBSCRIPTION_ENDED: {
    kind: "refused",
    clause: "PKG-7",
    sentence: ({ subscription, lastOn }) =>
      `Package "${subscription}" ends on ${lastOn} already; order a new one to go on.`,
  },
  PACKAGE_NOT_RUNNING: {
    kind: "refused",
    clause: "PKG-7",
    sentence: ({ subscription, on, orderedOn, lastOn }) =>
      `Package "${subscription}" runs from ${orderedOn}${lastOn === null ? "" : ` to ${lastOn}`}, so time of ${on} cannot count toward it.`,
  },
  PLAN_EXISTS: {
    kind: "conflict",
    sentence: ({ account, plan }) =>
      `Account "${account}" has a plan "${plan}" already; change that one, or give the new one another name.`,
  },
  DELIVERABLE_CLOSED: {
    kind: "refused",
    clause: "DLV-3",
    sentence: ({ deliverable, state }) =>
      state === "closed"
        ? `Deliverable "${deliverable}" is closed; more work on it is new work.`
        : `Deliverable "${deliverable}" has ended and waits for its open time to be billed; more work on it is new work.`,
  },
  DELIVERABLE_HAS_OPEN_TIME: {
    kind: "refused",
    clause: "DLV-3",
    sentence: ({ deliverable, openMinutes }) =>
      `Deliverable "${deliverable}" has ended, but ${openMinutes} minutes are neither billed nor written off; it closes once they are.`,
  },
  DELIVERABLE_AWAITS_PREMIUM: {
    kind: "refused",
    clause: "LEAD-8",
    sentence: ({ deliverable }) =>
      `Deliverable "${deliverable}" has ended, but what is left of its deposit depends on its premium; confirm or decline the settlement that is proposed.`,
  },
  WORK_BREAKDOWN_CYCLE: {
    kind: "refused",
    clause: "DLV-1",
    sentence: ({ deliverable, parent }) =>
      `"${parent}" is "${deliverable}" itself or part of it, so "${deliverable}" cannot be part of "${parent}".`,
  },
  PHASES_NOT_ENDED: {
    kind: "refused",
    clause: "PROC-6",
    sentence: ({ deliverable, phase, remaining }) =>
      `Deliverable "${deliverable}" is in "${phase}"; before it closes it goes through ${remaining.map((each) => `"${each}"`).join(", ")}. Cancel it with a reason if it is given up.`,
  },
  LEAD_TIME_NOT_ELIGIBLE: {
    kind: "refused",
    clause: "LEAD-1",
    sentence: ({ deliverable }) =>
      `Only discrete deliverables can be expedited, and nothing is stated of "${deliverable}" but its name; edit it to say what kind of work it is.`,
  },
  LEAD_TIME_DATE_PASSED: {
    kind: "refused",
    clause: "LEAD-7",
    sentence: ({ document, date, by, on }) =>
      `${document} promises ${by} as the ${date} date, which is before its approval on ${on}; issue one with later dates.`,
  },
  SOW_WITHOUT_ESTIMATE: {
    kind: "refused",
    clause: "DLV-2",
    sentence: ({ deliverable }) =>
      `A SOW states all costs, but nothing of "${deliverable}" is estimated; estimate its phases first.`,
  },
  SOW_ALREADY_APPROVED: {
    kind: "refused",
    clause: "DLV-2",
    sentence: ({ deliverable, sow }) =>
      `Deliverable "${deliverable}" has the approved SOW ${sow}, which never changes; propose a change order.`,
  },
  SOW_REPLACED: {
    kind: "conflict",
    clause: "DLV-2",
    sentence: ({ sow, by }) => `SOW ${sow} was replaced by ${by}; look at that one, then approve it.`,
  },
  SOW_EXPIRED: {
    kind: "refused",
    clause: "DLV-2",
    sentence: ({ sow, validUntil, on }) =>
      `SOW ${sow} could be approved until ${validUntil}, not on ${on}; issue a new one.`,
  },
  SOW_NOT_APPROVED: {
    kind: "refused",
    clause: "DLV-4",
    sentence: ({ deliverable }) =>
      `Deliverable "${deliverable}" has no approved SOW that a change order could change; issue a SOW.`,
  },
  APPROVED_BEFORE_STATED: {
    kind: "refused",
    sentence: ({ document, statedOn, on }) =>
      `${document} is of ${statedOn}, so nobody can have decided on it on ${on}.`,
  },
  CHANGE_ORDER_DECIDED: {
    kind: "refused",
    clause: "DLV-4",
    sentence: ({ changeOrder, state }) => `Change order ${changeOrder} was ${state} already; propose another.`,
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
  PERSON_UNCLEAR: {
    kind: "refused",
    clause: "PROC-7",
    sentence: ({ person, candidates }) =>
      `It is not clear who “${person}” is: it may be ${candidates.join(" or ")}. Give the name in full as it is known here; somebody new with a name so alike is added to the people first.`,
  },
  EVIDENCE_NEEDS_SOW: {
    kind: "refused",
    clause: ({ clauses }) => clauses[0],
    sentence: ({ condition }) =>
      `"${condition}" is recorded when the SOW is approved; there is no approved SOW for this work.`,
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
  PHASE_DATE_EARLIER: {
    kind: "refused",
    clause: "PROC-7",
    sentence: ({ on, earliest }) =>
      `The work cannot have moved on ${on}: something that it rests on happened on ${earliest}.`,
  },
  FINDING_TOO_LATE: {
    kind: "refused",
    clause: ({ kind }) => (kind === "issue" ? "PROC-8" : "PROC-4"),
    sentence: ({ kind, phase, countedIn }) =>
      countedIn === null
        ? `No gate of this process counts ${spaced(kind)}s, so none can be added.`
        : `The work is in "${phase}"; a new ${spaced(kind)} counts up to "${countedIn}" only. ${kind === "issue" ? "What comes later is new work" : "Report an issue, or go back a phase with a reason"}.`,
  },
  FINDING_ENDED: {
    kind: "refused",
    clause: "PROC-7",
    sentence: ({ finding, state, on }) => `${finding} is ${state} since ${on} and stays so.`,
  },
  ENDED_BEFORE_REPORTED: {
    kind: "refused",
    sentence: ({ finding, on, reportedOn }) =>
      `${finding} was reported on ${reportedOn}, so it cannot have ended on ${on}.`,
  },
  UPDATE_EXISTS: {
    kind: "conflict",
    clause: "PROC-9",
    sentence: ({ update, account }) => `Account "${account}" has an update "${update}" already.`,
  },
  REVIEW_DECIDED: {
    kind: "refused",
    clause: "PROC-9",
    sentence: ({ review, state, on }) => `Review ${review} was decided on ${on} (${state}) and stays so.`,
  },
  CHANGE_ORDER_DATE_EARLIER: {
    kind: "refused",
    clause: "LEAD-5",
    sentence: ({ on, date, replaces, states }) =>
      `The change order of ${on} states ${states} as the ${date} date, which is earlier than the ${replaces} that it would replace.`,
  },
  REQUEST_EXISTS: {
    kind: "conflict",
    sentence: ({ request }) => `Another request has the id ${request}; leave the id out to submit a new one.`,
  },
  REQUEST_DECIDED: {
    kind: "refused",
    clause: "REQ-4",
    sentence: ({ request, state, on }) => `Request ${request} was ${state} on ${on} and stays so.`,
  },
  REQUEST_MOVED_LATER: {
    kind: "refused",
    clause: "REQ-4",
    sentence: ({ request, on, last }) =>
      `Request ${request} was last moved on ${last}, so nothing can be done with it on ${on}.`,
  },
  WAIT_ENDS_BEFORE_START: {
    kind: "refused",
    clause: "LEAD-6",
    sentence: ({ from, to }) => `A wait that began ${from} cannot have ended ${to}.`,
  },
  WAIT_EXISTS: {
    kind: "conflict",
    sentence: ({ wait }) => `Another wait has the id ${wait}; amend that one or leave the id out.`,
  },
  WAIT_ENDED: {
    kind: "refused",
    clause: "LEAD-6",
    sentence: ({ wait, to }) => `Wait ${wait} ended ${to} already; amend it if that is wrong.`,
  },
  WAIT_NOT_CLEAR: {
    kind: "refused",
    sentence: ({ deliverable, waits }) =>
      `"${deliverable}" waits for several things (${waits.join(", ")}); name the wait that ended.`,
  },
  PREMIUM_NONE: {
    kind: "refused",
    clause: "LEAD-1",
    sentence: ({ deliverable }) =>
      `"${deliverable}" has no approved SOW with an expedited or rush lead time, so it carries no premium.`,
  },
  PREMIUM_NOT_DELIVERED: {
    kind: "refused",
    clause: "LEAD-8",
    sentence: ({ deliverable }) => `"${deliverable}" is not delivered, so there is no premium to settle yet.`,
  },
  PREMIUM_SETTLED: {
    kind: "refused",
    clause: "LEAD-8",
    sentence: ({ deliverable, state, deliveredOn }) =>
      `The premium of "${deliverable}", delivered ${deliveredOn}, is settled (${state}); that happens once, and what it rests on stays.`,
  },
  PREMIUM_OUTDATED: {
    kind: "conflict",
    clause: "LEAD-4",
    sentence: ({ deliverable, proposed, now }) =>
      `For "${deliverable}" ${proposed} was proposed, but as the records stand it is ${now}; propose it anew, then decide.`,
  },
  PRODUCT_ITEM_EXISTS: {
    kind: "conflict",
    sentence: ({ item }) => `Another product item has the id ${item}; leave the id out to report a new one.`,
  },
  PRODUCT_ITEM_STEP: {
    kind: "refused",
    clause: "PROD-2",
    sentence: ({ item, from, to, may }) =>
      may.length === 0
        ? `Product item ${item} is ${from}: nothing follows that.`
        : `Product item ${item} is ${from}; next it may be ${may.join(" or ")}, not ${to}.`,
  },
  PRODUCT_ITEM_BACKDATED: {
    kind: "refused",
    clause: "PROD-2",
    sentence: ({ item, on, last }) =>
      `The last news of product item ${item} is of ${last}, so nothing follows on ${on}.`,
  },
  POLICY_IN_FORCE: {
    kind: "refused",
    sentence: ({ from, latest }) =>
      `A policy version must begin after the latest one, which begins ${latest}; ${from} would change what is in force.`,
  },
  POLICY_CURRENCY: {
    kind: "refused",
    sentence: ({ policy, books }) =>
      `The policy is in ${policy} but the books are in ${books}; start new books (practice start) for another currency.`,
  },
  PRACTICE_STARTED: {
    kind: "conflict",
    sentence: ({ accounts, versions }) =>
      `A practice starts with a policy of its own in new books; these have ${accounts} accounts and ${versions} policy versions.`,
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

const spaced = (id: string): string => id.replaceAll("-", " ");

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
