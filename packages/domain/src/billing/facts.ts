import type { Allowance, GrantSale } from "../allowances/purchase.ts";
import type { FrozenUse } from "../cover/pool.ts";
import type { SowWork } from "../deliverables/sow-work.ts";
import type { Party } from "../invoices/party.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Cents } from "../values/money.ts";

/** Unbilled minutes of one time entry. */
export interface OpenEntry {
  readonly id: string;
  readonly on: Day;
  readonly deliverable: string | null;
  readonly minutes: Minutes;
  /** The day a run left it open because an unpaid purchase would cover it; runs of later days do not wait again (ALW-3). */
  readonly deferredOn: Day | null;
  /** The round and minute at which its next slice starts; 0 when left out: nothing of it was settled before. */
  readonly round?: number;
  readonly roundFrom?: Minutes;
}

/** Everything a billing run needs to know of one account. */
export interface BillingFacts {
  readonly account: string;
  readonly party: Party;
  /** The account's own grid; null takes the policy's (INV-1). */
  readonly billingAnchor: Day | null;
  /** The first day no run has closed yet; null before the first run (INV-1). */
  readonly closedThrough: Day | null;
  /** In order of work date, then of first recording (ALW-5). */
  readonly entries: readonly OpenEntry[];
  readonly allowances: readonly Allowance[];
  /** One for each allowance invoice issued so far. */
  readonly sales: readonly GrantSale[];
  readonly frozen: FrozenUse;
  /** The deliverables with an approved SOW (DLV-3, DLV-5). None when left out. */
  readonly sowWork?: readonly SowWork[];
  /** Money that no invoice took yet: it pays into the next one at its issue (INV-6). None when left out. */
  readonly accountCredit?: Cents;
  /** How many invoices were issued for it on the day of the run already. None when left out. */
  readonly issuedToday?: number;
}
