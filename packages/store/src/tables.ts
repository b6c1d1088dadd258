import type {
  AccessLinkRow,
  ApiTokenRow,
  AppUserRow,
  KnownPlaceRow,
  OutboxRow,
  RecoveryCodeRow,
  SessionRow,
  SignInAttemptRow,
  SignInLinkRow,
} from "./access-tables.ts";
import type {
  ApplicationRow,
  CreditMemoRow,
  InvoiceLineRow,
  InvoiceRow,
  NumberCounterRow,
  PaymentRow,
  SuspensionRow,
} from "./money-tables.ts";
import type { RegisterTables } from "./register-tables.ts";

/** The rows as stored: text and integers only, the same on both engines. 0 and 1 stand for no and yes. */
export interface Tables extends RegisterTables {
  practice: PracticeRow;
  policy_version: PolicyVersionRow;
  account_head: AccountHeadRow;
  account: AccountRow;
  deliverable: DeliverableRow;
  time_entry: TimeEntryRow;
  open_day: OpenDayRow;
  slice: SliceRow;
  returned_slice: ReturnedSliceRow;
  premium_slice: PremiumSliceRow;
  issued_note: IssuedNoteRow;
  source_name: SourceNameRow;
  allowance: AllowanceRow;
  allowance_sale: AllowanceSaleRow;
  grant_use: GrantUseRow;
  grant_alert: GrantAlertRow;
  invoice: InvoiceRow;
  invoice_line: InvoiceLineRow;
  suspension: SuspensionRow;
  credit_memo: CreditMemoRow;
  payment: PaymentRow;
  application: ApplicationRow;
  number_counter: NumberCounterRow;
  journal: JournalRow;
  app_user: AppUserRow;
  recovery_code: RecoveryCodeRow;
  access_link: AccessLinkRow;
  sign_in_attempt: SignInAttemptRow;
  known_place: KnownPlaceRow;
  outbox: OutboxRow;
  api_token: ApiTokenRow;
  sign_in_link: SignInLinkRow;
  session: SessionRow;
}

/** One row: who keeps these books. */
export interface PracticeRow {
  id: string;
  name: string;
  address: string;
  email: string;
  time_zone: string;
  currency: string;
  demo: number;
}

export interface PolicyVersionRow {
  version: number;
  from_day: string;
  data: string;
  data_hash: string;
  adopted_at: string;
}

/** The narrow row that every write of an account locks first: the end of its journal and of its closed periods. */
export interface AccountHeadRow {
  account: string;
  seq: number;
  hash: string;
  closed_through: string | null;
  entry_sequence: number;
  allowance_sequence: number;
}

export interface AccountRow {
  id: string;
  name: string;
  address: string;
  email: string;
  opened_on: string;
  time_zone: string | null;
  billing_anchor: string | null;
}

export interface DeliverableRow {
  account: string;
  id: string;
  name: string;
  sequence: number;
  state: string;
  about: string | null;
  on_day: string;
  /** What it says beside its name; `{}` where an import opened it. */
  data: string;
}

export interface TimeEntryRow {
  account: string;
  id: string;
  sequence: number;
  deliverable: string | null;
  worker: string;
  work_date: string;
  /** Minutes it counts for, after the billing increment (RATE-5). */
  minutes: number;
  raw_minutes: number;
  note: string;
  billable: number;
  settled_elsewhere: number;
  /** Minutes that no run has frozen yet; 0 for non-billable, settled and reversed entries. */
  open_minutes: number;
  /** The round of slices in progress and the minute its next slice starts at; a credit that re-bills opens a new round. */
  round: number;
  round_from: number;
  deferred_on: string | null;
  reversed_on: string | null;
  /** The entry that took its place when it was amended. */
  replaced_by: string | null;
  source: string | null;
  external_id: string | null;
  version: number;
  recorded_at: string;
  recorded_by: string;
  override_reason: string | null;
  /** The subscription whose cap it counts toward (PKG-7). */
  package: string | null;
  /** A fingerprint of what the source said when it was taken in; null for what was not imported, or before it was kept. */
  source_hash: string | null;
}

/** Open minutes of an account per work date, so that cover costs days, not entries. Re-derived by verify. */
export interface OpenDayRow {
  account: string;
  work_date: string;
  minutes: number;
}

/** Where minutes `[from_minute, to_minute)` of one round of an entry went for good: the only pointer from time to document. */
export interface SliceRow {
  account: string;
  entry: string;
  round: number;
  from_minute: number;
  to_minute: number;
  kind: "deposit" | "allowance" | "invoice" | "written-off";
  work_date: string;
  grant_id: string | null;
  invoice: string | null;
  line: number | null;
  frozen_on: string;
}

/** Minutes of a slice that a correction gave back. */
export interface ReturnedSliceRow {
  account: string;
  entry: string;
  round: number;
  from_minute: number;
  to_minute: number;
  kind: "deposit" | "allowance" | "invoice" | "written-off";
  work_date: string;
  grant_id: string | null;
  invoice: string | null;
  line: number | null;
  credit_memo: string | null;
  /** `rebill`: open again or reversed. `waive`: written off. */
  reason: "rebill" | "waive";
  frozen_on: string;
  returned_on: string;
}

/** Which minutes a premium line charges for, each at most once; `credited_minutes` are gone from its end (LEAD-8). */
export interface PremiumSliceRow {
  account: string;
  entry: string;
  round: number;
  from_minute: number;
  to_minute: number;
  invoice: string;
  line: number;
  work_date: string;
  frozen_on: string;
  credited_minutes: number;
}

/** A name as a source writes it, and what it was found to mean: the id of an account or deliverable, or a person's name. */
export interface SourceNameRow {
  source: string;
  kind: "account" | "deliverable" | "person";
  /** The account whose deliverable it is; empty for accounts and people. */
  account: string;
  name: string;
  means: string;
}

/** The note of an entry as an issued invoice tells it, where it was put right later. */
export interface IssuedNoteRow {
  account: string;
  invoice: string;
  entry: string;
  note: string;
}

export interface AllowanceRow {
  account: string;
  id: string;
  sequence: number;
  kind: "lump-sum" | "monthly";
  minutes: number;
  rate_per_hour: number;
  valid_from: string;
  first_month: string | null;
  last_month: string | null;
  opening: number;
  paid: number;
  note: string;
}

export interface AllowanceSaleRow {
  account: string;
  allowance: string;
  /** Empty for a lump sum. */
  month: string;
  invoice: string;
  returned_minutes: number;
}

/** Minutes that runs froze on a grant, so that cover does not read history. Re-derived by verify. */
export interface GrantUseRow {
  account: string;
  grant_id: string;
  frozen_minutes: number;
}

export interface GrantAlertRow {
  account: string;
  grant_id: string;
  percent: number;
  used_minutes: number;
  granted_minutes: number;
  reached_on: string;
}

export interface JournalRow {
  stream: string;
  seq: number;
  type: string;
  data: string | null;
  salt: string | null;
  data_hash: string;
  actor: string;
  recorded_at: string;
  effective_on: string;
  key: string | null;
  input_hash: string | null;
  answer: string | null;
  prev_hash: string;
  hash: string;
}
