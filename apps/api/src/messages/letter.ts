import type { Letter } from "@cimpro/store";
import type { About } from "./about.ts";

/** What a message says, before it is known whom to. */
export interface Words {
  readonly kind: MessageKind;
  readonly subject: string;
  /** Whole sentences; the link, a greeting and the practice's name are put around them. */
  readonly body: string;
  readonly link: string | null;
  /** What it is about: with its kind and its reader it is told once. */
  readonly about: string;
  /** By which it is worded anew when it is sent. */
  readonly facts: About;
}

export const messageKinds = [
  "invitation",
  "password-reset",
  "approval-asked",
  "invoice-issued",
  "work-stopped",
  "work-resumed",
  "allowance-alert",
  "lead-time-at-risk",
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Whoever reads it. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export const bodyTo = (reader: Pick<Reader, "name">, practice: string, { body }: Pick<Words, "body">): string =>
  `Hello ${reader.name},\n\n${body}\n\n${practice}`;

export const letterTo = (reader: Reader, practice: string, account: string | null, words: Words): Letter => ({
  account,
  kind: words.kind,
  to: { user: reader.id, email: reader.email, name: reader.name },
  subject: words.subject,
  body: bodyTo(reader, practice, words),
  link: words.link,
  about: words.facts,
  dedupeKey: `${words.kind} ${account ?? ""} ${words.about} ${reader.id}`,
});

/** A message as it is read: its link after its text, with the address of the site. */
export const textOf = (message: { readonly body: string; readonly link: string | null }, site: string): string =>
  message.link === null ? message.body : `${message.body}\n\n${linkOf(message.link, site)}`;

/** The whole address of a link of a message. */
export const linkOf = (link: string, site: string): string => `${site.replace(/\/+$/, "")}${link}`;

/** Where links lead when nobody said where the practice is served. */
export const usualSite = "http://127.0.0.1:4310";
