import { type RegisterName, registerNames } from "./registers.ts";
import type { Tables } from "./tables.ts";

/** A table as copies need to know it: what finds a row, what else it has, and how many rows are held at once. */
export interface TableShape {
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly rowsAtOnce: number;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const table = (key: string, others: string, rowsAtOnce = 2_000): TableShape => ({
  key: words(key),
  columns: words(`${key} ${others}`),
  rowsAtOnce,
});

const registers = Object.fromEntries(
  registerNames.map((name) => [name, table("account id", "sequence state about on_day data", 500)]),
) as { readonly [K in RegisterName]: TableShape };

/** Every table of the books, each after those that it refers to. */
export const tableShapes: { readonly [K in keyof Tables]: TableShape } = {
  practice: table("id", "name address email time_zone currency demo"),
  // Documents and imported chunks are long: few are held at once.
  policy_version: table("version", "from_day data data_hash adopted_at", 10),
  account_head: table("account", "seq hash closed_through entry_sequence allowance_sequence"),
  account: table("id", "name address email opened_on time_zone billing_anchor"),
  deliverable: table("account id", "name sequence state about on_day data"),
  time_entry: table(
    "account id",
    `sequence deliverable worker work_date minutes raw_minutes note billable settled_elsewhere open_minutes round
     round_from deferred_on reversed_on replaced_by source external_id version recorded_at recorded_by override_reason package source_hash`,
  ),
  open_day: table("account work_date", "minutes"),
  slice: table("account entry round from_minute", "to_minute kind work_date grant_id invoice line frozen_on"),
  returned_slice: table(
    "account entry round from_minute",
    "to_minute kind work_date grant_id invoice line credit_memo reason frozen_on returned_on",
  ),
  premium_slice: table(
    "account entry round from_minute",
    "to_minute invoice line work_date frozen_on credited_minutes",
  ),
  issued_note: table("account invoice entry", "note"),
  source_name: table("source kind account name", "means"),
  allowance: table(
    "account id",
    "sequence kind minutes rate_per_hour valid_from first_month last_month opening paid note",
  ),
  allowance_sale: table("account allowance month", "invoice returned_minutes"),
  grant_use: table("account grant_id", "frozen_minutes"),
  grant_alert: table("account grant_id percent", "used_minutes granted_minutes reached_on"),
  invoice: table(
    "account number",
    `kind issued_on due_on period_start period_end currency total balance suspended voided_by document slices_hash`,
    200,
  ),
  invoice_line: table(
    "account invoice line",
    "kind deliverable allowance minutes rate_per_hour amount credited_minutes credited_amount settled_rate kept_minutes",
  ),
  suspension: table("account invoice sequence", "from_day until_day reason"),
  credit_memo: table("account number", "invoice issued_on reason voids total unapplied document", 200),
  payment: table("account id", "sequence paid_on amount unapplied invoice note reversed_on"),
  application: table("account sequence position", "source_kind source invoice amount applied_on reversed_on"),
  number_counter: table("series", "last"),
  journal: table(
    "stream seq",
    "type data salt data_hash actor recorded_at effective_on key input_hash answer prev_hash hash",
    50,
  ),
  app_user: table(
    "id",
    "name email role account state password_hash totp_secret totp_enabled totp_step created_at last_sign_in_at",
  ),
  recovery_code: table("app_user hash", "used_at"),
  access_link: table("hash", "app_user kind created_at expires_at used_at"),
  sign_in_attempt: table("subject", "failures last_at blocked_until"),
  known_place: table("hash", "app_user seen_at"),
  outbox: table(
    "id",
    `account kind app_user recipient recipient_name subject body link link_is_secret dedupe_key about state
     attempts next_try_at claim last_error sent_at said drop_reason recorded_at`,
    200,
  ),
  api_token: table("id", "hash name role account created_at expires_at revoked_at read_only"),
  sign_in_link: table("hash", "name role created_at expires_at used_at app_user"),
  session: table("hash", "name role account created_at expires_at app_user user_agent last_used_at"),
  ...registers,
};

export const tableNames = Object.keys(tableShapes) as readonly (keyof Tables)[];
