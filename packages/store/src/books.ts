import {
  type Change,
  ChangeOrder,
  CompatibilityReview,
  CustomerRequest,
  Customization,
  DeliverableWait,
  Finding,
  Person,
  PhaseRecord,
  PremiumDecision,
  ProductItem,
  queueOf,
  SavedPlan,
  Sow,
  Subscription,
  VersionUpdate,
} from "@cimpro/domain";
import { access } from "./access.ts";
import { accounts } from "./accounts.ts";
import { allowances } from "./allowances.ts";
import { creditMemos } from "./credit-memos.ts";
import { deliverableMinutes } from "./deliverable-minutes.ts";
import { deliverables } from "./deliverables.ts";
import { drawingMinutes } from "./drawing-work.ts";
import type { Tx } from "./engines/database.ts";
import { entries } from "./entries.ts";
import { firstWork } from "./first-work.ts";
import { invoices } from "./invoices.ts";
import { journal } from "./journal.ts";
import { postChange } from "./ledger/post.ts";
import { type Wanted, windowOf } from "./ledger/window.ts";
import { minuteAccounts } from "./minute-accounts.ts";
import { numbers } from "./numbers.ts";
import { outbox } from "./outbox.ts";
import { applications, payments } from "./payments.ts";
import { policies, practice } from "./practice.ts";
import { practiceFigures } from "./practice-figures.ts";
import { newTold, register, type Told } from "./registers.ts";
import { invoicedSince, slices } from "./slices.ts";
import { sourceNames } from "./source-names.ts";
import { sowWorkOf } from "./sow-work.ts";
import { statementFacts } from "./statement-facts.ts";
import { users } from "./users.ts";
import type { Head } from "./write.ts";

/** The books within one transaction, noun by noun. */
export const booksOf = (tx: Tx, told: Told = newTold()) => ({
  practice: practice(tx),
  policies: policies(tx),
  accounts: accounts(tx),
  deliverables: deliverables(tx, told),
  sows: register(tx, told, "sow", Sow, ({ state, deliverable, issuedOn }) => ({
    state,
    about: deliverable,
    on: issuedOn,
  })),
  changeOrders: register(tx, told, "change_order", ChangeOrder, ({ state, deliverable, proposedOn }) => ({
    state,
    about: deliverable,
    on: proposedOn,
  })),
  waits: register(tx, told, "deliverable_wait", DeliverableWait, ({ deliverable, from, to }) => ({
    state: to === null ? "lasting" : "ended",
    about: deliverable,
    on: from,
  })),
  productItems: register(tx, told, "product_item", ProductItem, ({ state, deliverable, reportedOn }) => ({
    state,
    about: deliverable,
    on: reportedOn,
  })),
  premiumDecisions: register(tx, told, "premium_decision", PremiumDecision, ({ state, id, deliveredOn }) => ({
    state,
    about: id,
    on: deliveredOn,
  })),
  people: register(tx, told, "person", Person, ({ active, addedOn }) => ({
    state: active ? "active" : "inactive",
    on: addedOn,
  })),
  subscriptions: register(tx, told, "subscription", Subscription, ({ package: about, orderedOn, lastOn }) => ({
    state: lastOn === null ? "running" : "ending",
    about,
    on: orderedOn,
  })),
  plans: register(tx, told, "plan", SavedPlan, ({ project, orderedOn }) => ({ state: project, on: orderedOn })),
  requests: register(tx, told, "request", CustomerRequest, (request) => ({
    state: queueOf(request),
    about: request.acceptance?.as === "deliverable" ? request.acceptance.reference : null,
    on: request.submittedOn,
  })),
  phaseRecords: register(tx, told, "phase_record", PhaseRecord, ({ phase, beganOn, moves }) => ({
    state: phase,
    on: moves.at(-1)?.on ?? beganOn ?? "",
  })),
  findings: register(tx, told, "finding", Finding, ({ state, deliverable, reportedOn }) => ({
    state,
    about: deliverable,
    on: reportedOn,
  })),
  customizations: register(tx, told, "customization", Customization, ({ state, liveSince }) => ({
    state,
    on: liveSince,
  })),
  versionUpdates: register(tx, told, "version_update", VersionUpdate, ({ state, on }) => ({ state, on })),
  compatibilityReviews: register(tx, told, "compatibility_review", CompatibilityReview, (review) => ({
    state: review.state,
    about: review.update,
    on: review.decidedOn ?? "",
  })),
  /** Minutes of the days from one to another that pre-paid hours could cover. */
  drawingMinutes: (account: string, from: string, to: string) => drawingMinutes(tx, account, from, to),
  deliverableMinutes: (accounts: readonly string[]) => deliverableMinutes(tx, accounts),
  entries: entries(tx),
  slices: slices(tx),
  sourceNames: sourceNames(tx),
  sowWork: (account: string) => sowWorkOf(tx, account),
  /** The books of one account as far as a decision looks at them. */
  window: (account: string, wanted: Wanted) => windowOf(tx, account, wanted),
  /** Writes a decided change: the only way by which time and money change. */
  post: (account: string, head: Pick<Head, "seq" | "closedThrough">, change: Change) =>
    postChange(tx, told, account, head, change),
  allowances: allowances(tx, told),
  invoices: invoices(tx),
  creditMemos: creditMemos(tx),
  payments: payments(tx),
  applications: applications(tx),
  numbers: numbers(tx),
  journal: journal(tx),
  access: access(tx),
  users: users(tx),
  outbox: outbox(tx, told),
  minuteAccounts: minuteAccounts(tx),
  practiceFigures: practiceFigures(tx),
  invoicedSince: (account: string, asOf: string) => invoicedSince(tx, account, asOf),
  firstWork: (account: string, deliverable: string, from: string) => firstWork(tx, account, deliverable, from),
  statementFacts: (account: string) => statementFacts(tx, account),
});
export type Books = ReturnType<typeof booksOf>;
