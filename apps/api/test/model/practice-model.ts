/** The state of a practice as rules.md has it, minute by minute: nothing of it comes from the domain. */

export type Place = "open" | "nonBillable" | "deposit" | "allowance" | "invoiced" | "waived" | "writtenOff";

/** One minute of work. */
export interface Minute {
  place: Place;
  grant: string | null;
  line: Line | null;
  /** The line that charges a premium for it. */
  premium: Line | null;
  /** Which freezing put it where it is. */
  frozen: number;
}

export interface Entry {
  id: string;
  readonly sequence: number;
  deliverable: string | null;
  on: string;
  minutes: Minute[];
  billable: boolean;
  reversed: boolean;
  /** Something became of it: it is replaced, not changed, when it is amended. */
  touched: boolean;
}

export interface Line {
  readonly kind: "labor" | "premium" | "allowance" | "deposit";
  readonly deliverable: string | null;
  readonly minutes: number;
  readonly ratePerHour: number;
  readonly amount: number;
  creditedMinutes: number;
  creditedAmount: number;
  settledRate: number | null;
  invoice: Invoice | null;
}

export interface Invoice {
  readonly number: string;
  readonly kind: "work" | "allowance" | "deposit";
  readonly issuedOn: string;
  readonly total: number;
  readonly lines: readonly Line[];
  /** The allowance and month that it sold. */
  readonly sale: { readonly allowance: string; readonly month: string | null } | null;
  returnedMinutes: number;
  voided: boolean;
}

export interface MemoLine {
  readonly line: number;
  readonly minutes: number;
  readonly amount: number;
}

export interface Memo {
  readonly number: string;
  readonly invoice: string;
  readonly reason: "rebill" | "waive" | "premium";
  readonly issuedOn: string;
  readonly total: number;
  readonly lines: readonly MemoLine[];
}

/** Money that came in, or was given back. */
export interface Money {
  readonly source: string;
  readonly kind: "payment" | "credit-memo";
  readonly on: string;
  readonly order: number;
  unapplied: number;
  reversed: boolean;
}

export interface Application {
  readonly money: Money;
  readonly invoice: Invoice;
  readonly amount: number;
  readonly on: string;
  reversedOn: string | null;
}

export interface Allowance {
  readonly id: string;
  readonly sequence: number;
  readonly minutes: number;
  readonly opening: boolean;
  readonly paid: boolean;
  /** Its first day; of a monthly one, the first month. */
  readonly from: string;
  readonly monthly: boolean;
  lastMonth: string | null;
}

export type LeadTime = "standard" | "expedited" | "rush";

export interface Sow {
  readonly id: string;
  readonly minutes: number;
  readonly leadTime: LeadTime;
  readonly expeditedBy: string | null;
  readonly rushBy: string | null;
  readonly deposit: number;
  readonly issuedOn: string;
  state: "issued" | "approved" | "replaced";
  approvedOn: string;
  depositInvoice: Invoice | null;
}

export interface ChangeOrder {
  readonly id: string;
  readonly number: number;
  readonly minutes: number;
  readonly expeditedBy: string | null;
  readonly rushBy: string | null;
  readonly proposedOn: string;
  state: "proposed" | "approved" | "declined";
  decidedOn: string;
}

export interface Wait {
  readonly id: string;
  readonly whose: "client" | "product";
  readonly from: string;
  to: string | null;
}

export interface Decision {
  state: "proposed" | "automatic" | "confirmed" | "declined";
  readonly deliveredOn: string;
  outcome: Outcome;
  settledRate: number;
}

export type Outcome = "met" | "downgraded" | "credited" | "lapsed";

export interface Deliverable {
  readonly id: string;
  readonly draws: boolean;
  state: "open" | "ending" | "closed";
  endedOn: string | null;
  sows: Sow[];
  changeOrders: ChangeOrder[];
  waits: Wait[];
  decision: Decision | null;
  /** The day the process says it was handed over. */
  handedOver: string | null;
}

export interface Account {
  readonly id: string;
  entries: Entry[];
  allowances: Allowance[];
  deliverables: Deliverable[];
  invoices: Invoice[];
  memos: Memo[];
  money: Money[];
  applications: Application[];
  closedThrough: string | null;
}

export interface PracticeModel {
  today: string;
  readonly accounts: readonly Account[];
  invoiceCount: number;
  memoCount: number;
  /** Gives entries, purchases, payments and freezings their order. */
  counter: number;
}

export const newAccount = (id: string): Account => ({
  id,
  entries: [],
  allowances: [],
  deliverables: [],
  invoices: [],
  memos: [],
  money: [],
  applications: [],
  closedThrough: null,
});

/** Like the ids that callers choose, in order of use. */
export const factId = (count: number): string => `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;

export const standardRate = 23_500;
export const premiums = { standard: 0, expedited: 5000, rush: 10_000 } as const;

export const total = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

export const standing = (account: Account): readonly Entry[] => account.entries.filter(({ reversed }) => !reversed);
export const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.sequence - b.sequence));

export const approvedSow = ({ sows }: Deliverable): Sow | undefined => sows.find(({ state }) => state === "approved");

/** Whether a day lies in the days of a deliverable's SOW: from the approval until it ends (DLV-3, DLV-6). */
export const isWithinSow = (of: Deliverable, on: string): boolean => {
  const sow = approvedSow(of);
  return sow !== undefined && sow.approvedOn <= on && (of.endedOn === null || on <= of.endedOn);
};

/** Closed work has no SOW time any more. */
export const isSowDay = (of: Deliverable, on: string): boolean => isWithinSow(of, on);

export const sowTimeOf = (account: Account, of: Deliverable): readonly Entry[] =>
  standing(account).filter((entry) => entry.deliverable === of.id && isSowDay(of, entry.on));

export const approvedMinutes = (of: Deliverable): number =>
  (approvedSow(of)?.minutes ?? 0) +
  total(of.changeOrders.filter(({ state }) => state === "approved").map(({ minutes }) => minutes));

/** The premium per hour that a day's SOW time carries now (LEAD-2, LEAD-8). */
export function premiumOn(of: Deliverable, on: string): number {
  const full = premiums[approvedSow(of)?.leadTime ?? "standard"];
  const { decision } = of;
  if (decision === null) return full;
  if (on > decision.deliveredOn) return 0;
  return decision.state === "proposed" ? full : decision.settledRate;
}
