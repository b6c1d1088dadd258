import type { Letter } from "@cimpro/store";
import { letterTo, type Reader, type Words } from "./letter.ts";

/** The link stands after `#`: browsers send that to no server, so it is in nobody's log. */
export const invitationLink = (secret: string): string => `/invitation#${secret}`;
export const resetLink = (secret: string): string => `/password#${secret}`;

/** The secret of such a link. */
export const secretOf = (link: string): string => link.slice(link.indexOf("#") + 1);

const minuteMs = 60_000;
const spans = [
  ["days", 24 * 60 * minuteMs],
  ["hours", 60 * minuteMs],
  ["minutes", minuteMs],
] as const;

/** How long a link can be used yet: `7 days`, `23 hours`, `60 minutes`. The moments that a letter is on its way do not count. */
export function timeLeft(milliseconds: number): string {
  const kindly = milliseconds * 1.01;
  const [unit, length] = spans.find(([, each]) => kindly >= 2 * each) ?? ["minutes", minuteMs];
  const count = Math.max(1, Math.floor(kindly / length));
  return count === 1 ? "a minute" : `${count} ${unit}`;
}

export interface Invitation {
  readonly practice: string;
  /** Whoever invites; null where it is the practice. */
  readonly by: string | null;
  readonly accountName: string | null;
  readonly link: string;
  readonly lastsMs: number;
}

/** Invites somebody; `about` tells this invitation from earlier ones. */
export function invitationWords({ practice, accountName, link, lastsMs, ...given }: Invitation, about: string): Words {
  const by = given.by ?? practice;
  const where = accountName === null ? practice : `${accountName} at ${practice}`;
  return {
    kind: "invitation",
    subject: by === where ? `Come in to ${where}` : `${by} invites you to ${where}`,
    body: `${by} invites you to sign in to ${where}. Open the link below within ${timeLeft(lastsMs)}, and choose a password. It works once. If you do not know why you got this, do nothing.`,
    ...{ link, about, facts: { kind: "invitation", by: given.by } },
  };
}

export const invitationLetter = (
  reader: Reader,
  account: string | null,
  invitation: Invitation,
  about: string,
): Letter => ({
  ...letterTo(reader, invitation.practice, account, invitationWords(invitation, about)),
  linkIsSecret: true,
});

interface Reset {
  readonly practice: string;
  readonly link: string;
  readonly lastsMs: number;
}

export const resetWords = ({ practice, link, lastsMs }: Reset, about: string): Words => ({
  kind: "password-reset",
  subject: `Choose a new password for ${practice}`,
  body: `Somebody, probably you, asked for a new password. Open the link below within ${timeLeft(lastsMs)} to choose one. It works once, and signs you out everywhere else. If it was not you, do nothing: your password stays.`,
  ...{ link, about, facts: { kind: "password-reset" } },
});

export const resetLetter = (reader: Reader, account: string | null, reset: Reset, about: string): Letter => ({
  ...letterTo(reader, reset.practice, account, resetWords(reset, about)),
  linkIsSecret: true,
});
