/** Who may come in. */
export interface AppUserRow {
  id: string;
  name: string;
  /** Lower case; null for the first admin until they name one. */
  email: string | null;
  role: string;
  account: string | null;
  state: "invited" | "active" | "disabled";
  password_hash: string | null;
  totp_secret: string | null;
  totp_enabled: number;
  /** The last time step whose code was used: none is taken twice. */
  totp_step: number;
  created_at: string;
  last_sign_in_at: string | null;
}

export interface RecoveryCodeRow {
  app_user: string;
  hash: string;
  used_at: string | null;
}

/** A link that lets its holder choose a password, once. */
export interface AccessLinkRow {
  hash: string;
  app_user: string;
  kind: "invitation" | "reset";
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

/** Failed sign-ins of a subject (an email, an address, both), in milliseconds since 1970. */
export interface SignInAttemptRow {
  subject: string;
  failures: number;
  last_at: number;
  blocked_until: number;
}

/** An address or a browser that somebody signed in from, as a hash with their email; in milliseconds since 1970. */
export interface KnownPlaceRow {
  hash: string;
  app_user: string;
  seen_at: number;
}

/** Something that somebody is to be told, written with what happened. */
export interface OutboxRow {
  id: string;
  account: string | null;
  kind: string;
  app_user: string | null;
  recipient: string;
  recipient_name: string;
  subject: string;
  body: string;
  /** Where it leads, from the root of the site. */
  link: string | null;
  /** The link lets its holder in: it is forgotten once the message is sent. */
  link_is_secret: number;
  dedupe_key: string;
  /** The facts that its words are made of when it is sent, as JSON; null where it is sent as it was written. */
  about: string | null;
  state: "queued" | "sent" | "failed" | "dropped";
  attempts: number;
  next_try_at: string;
  /** Whoever is sending it. */
  claim: string | null;
  last_error: string | null;
  sent_at: string | null;
  /** To whom and in which words it was handed to the mail server, as JSON. */
  said: string | null;
  /** Why it was not sent: what it told of held no longer. */
  drop_reason: string | null;
  recorded_at: string;
}

export interface ApiTokenRow {
  id: string;
  hash: string;
  name: string;
  role: string;
  account: string | null;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  read_only: number;
}

export interface SignInLinkRow {
  hash: string;
  name: string;
  role: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  app_user: string | null;
}

export interface SessionRow {
  hash: string;
  name: string;
  role: string;
  account: string | null;
  created_at: string;
  expires_at: string;
  app_user: string | null;
  user_agent: string;
  last_used_at: string;
}
