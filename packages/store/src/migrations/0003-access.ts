import { type Kysely, sql } from "kysely";

/** Who may come in, and what they are told: users, invitations, sessions, throttling, the outbox. Frozen in time. */
export const access = {
  id: "0003-access",
  async up(db: Kysely<unknown>, engine: "sqlite" | "postgres"): Promise<void> {
    for (const statement of statements(engine)) await sql.raw(statement).execute(db);
  },
};

function statements(engine: "sqlite" | "postgres"): readonly string[] {
  const sqlite = engine === "sqlite";
  const text = sqlite ? "text" : 'text collate "C"';
  const int = sqlite ? "integer" : "bigint";
  const end = sqlite ? " strict, without rowid" : "";
  const typed = (definition: string): string => definition.replaceAll(":text", text).replaceAll(":int", int);
  const table = (name: string, columns: string): string => `create table ${name} (${typed(columns)})${end}`;
  const column = (name: string, definition: string): string => `alter table ${name} add column ${typed(definition)}`;
  return [
    table(
      "app_user",
      `id :text not null primary key, name :text not null, email :text, role :text not null,
       account :text references account, state :text not null, password_hash :text, totp_secret :text,
       totp_enabled :int not null default 0, totp_step :int not null default 0, created_at :text not null,
       last_sign_in_at :text`,
    ),
    // Invited twice, for two accounts, somebody has one sign-in in the end; who invites learns nothing of the other.
    "create unique index app_user_email on app_user (email) where state <> 'invited'",
    "create unique index app_user_invited on app_user (email, coalesce(account, ''))",
    "create index app_user_account on app_user (account, id)",
    table("recovery_code", "app_user :text not null, hash :text not null, used_at :text, primary key (app_user, hash)"),
    table(
      "access_link",
      `hash :text not null primary key, app_user :text not null, kind :text not null, created_at :text not null,
       expires_at :text not null, used_at :text`,
    ),
    "create index access_link_user on access_link (app_user, kind)",
    table(
      "sign_in_attempt",
      "subject :text not null primary key, failures :int not null, last_at :int not null, blocked_until :int not null",
    ),
    "create index sign_in_attempt_by_age on sign_in_attempt (last_at)",
    table(
      "outbox",
      `id :text not null primary key, account :text, kind :text not null, app_user :text, recipient :text not null,
       recipient_name :text not null, subject :text not null, body :text not null, link :text, link_is_secret :int not null,
       dedupe_key :text not null unique, state :text not null, attempts :int not null, next_try_at :text not null,
       claim :text, last_error :text, sent_at :text, recorded_at :text not null`,
    ),
    "create index outbox_due on outbox (next_try_at, id) where state = 'queued'",
    "create index outbox_by_recording on outbox (recorded_at, id)",
    "create index outbox_by_account on outbox (account, recorded_at, id) where account is not null",
    column("session", "app_user :text"),
    column("session", "user_agent :text not null default ''"),
    column("session", "last_used_at :text not null default ''"),
    "create index session_by_user on session (app_user) where app_user is not null",
    column("sign_in_link", "app_user :text"),
    column("api_token", "read_only :int not null default 0"),
  ];
}
