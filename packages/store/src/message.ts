import type { OutboxRow } from "./access-tables.ts";
import { sha256 } from "./digest.ts";

/** Something that somebody is to be told. */
export interface Letter {
  /** The account it is about; null for what is the practice's own. */
  readonly account: string | null;
  readonly kind: string;
  readonly to: { readonly user: string | null; readonly email: string; readonly name: string };
  readonly subject: string;
  readonly body: string;
  /** Where it leads, from the root of the site. */
  readonly link: string | null;
  /** Whoever has the link is let in. */
  readonly linkIsSecret?: boolean;
  /** Said twice, it is told once; what was dropped may be said again. */
  readonly dedupeKey: string;
  /** The facts to make its words of when it is sent; without them it is sent as it was written. */
  readonly about?: unknown;
}

/** A message as it is handed to the mail server: to whom as they are called today, and in today's words. */
export interface Said {
  readonly to: { readonly email: string; readonly name: string };
  readonly subject: string;
  readonly body: string;
}

/** A message as it is kept, in the words that were last said, or else those that were written when it was queued. */
export interface Message extends Omit<Letter, "linkIsSecret"> {
  readonly id: string;
  readonly linkIsSecret: boolean;
  /** Null where it is sent as it was written. */
  readonly about: unknown;
  readonly state: OutboxRow["state"];
  readonly attempts: number;
  readonly nextTryAt: string | null;
  readonly lastError: string | null;
  readonly sentAt: string | null;
  /** Why it was not sent: what it told of held no longer. */
  readonly dropReason: string | null;
  readonly recordedAt: string;
}

export const messageFrom = (row: OutboxRow): Message => ({
  id: row.id,
  account: row.account,
  kind: row.kind,
  ...wordsOf(row),
  link: row.link,
  linkIsSecret: row.link_is_secret === 1,
  dedupeKey: row.dedupe_key,
  about: row.about === null ? null : JSON.parse(row.about),
  state: row.state,
  attempts: row.attempts,
  nextTryAt: row.state === "queued" ? row.next_try_at : null,
  lastError: row.last_error,
  sentAt: row.sent_at,
  dropReason: row.drop_reason,
  recordedAt: row.recorded_at,
});

function wordsOf({ app_user, said, ...row }: OutboxRow): Pick<Message, "to" | "subject" | "body"> {
  if (said === null)
    return {
      to: { user: app_user, email: row.recipient, name: row.recipient_name },
      subject: row.subject,
      body: row.body,
    };
  const { to, subject, body }: Said = JSON.parse(said);
  return { to: { user: app_user, ...to }, subject, body };
}

/**
 * A message as the journal tells of it: to whom and about what, and a fingerprint of the words it was queued with, which
 * may hold what only its reader may know. What was said in the end belongs to its sending, which the journal leaves out.
 */
export const toldMessage = (
  row: Pick<
    OutboxRow,
    | "id"
    | "account"
    | "kind"
    | "app_user"
    | "recipient"
    | "recipient_name"
    | "subject"
    | "body"
    | "link"
    | "link_is_secret"
    | "dedupe_key"
    | "about"
    | "recorded_at"
  >,
) => ({
  id: row.id,
  account: row.account,
  kind: row.kind,
  to: { user: row.app_user, email: row.recipient, name: row.recipient_name },
  // A link that lets its holder in is forgotten once it is sent.
  words: sha256(JSON.stringify([row.subject, row.body, row.link_is_secret === 1 || row.link, row.link_is_secret])),
  dedupeKey: row.dedupe_key,
  ...(row.about === null ? {} : { about: row.about }),
  recordedAt: row.recorded_at,
});
