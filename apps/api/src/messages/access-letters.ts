import type { Letter } from "@cimpro/store";
import { letterTo, type Reader } from "./letter.ts";

/** The link stands after `#`: browsers send that to no server, so it is in nobody's log. */
export const invitationLink = (secret: string): string => `/invitation#${secret}`;
export const resetLink = (secret: string): string => `/password#${secret}`;

/** Invites somebody; `about` tells this invitation from earlier ones. */
export function invitationLetter(
  practice: string,
  reader: Reader,
  {
    account,
    by,
    accountName,
  }: { readonly account: string | null; readonly by: string; readonly accountName: string | null },
  secret: string,
  about: string,
): Letter {
  const where = accountName === null ? practice : `${accountName} at ${practice}`;
  const words = {
    kind: "invitation" as const,
    subject: by === where ? `Come in to ${where}` : `${by} invites you to ${where}`,
    body: `${by} invites you to sign in to ${where}. Open the link below within seven days, and choose a password. It works once. If you do not know why you got this, do nothing.`,
    link: invitationLink(secret),
    about,
  };
  return { ...letterTo(reader, practice, account, words), linkIsSecret: true };
}

export function resetLetter(
  practice: string,
  user: Reader & { readonly account: string | null },
  secret: string,
  about: string,
): Letter {
  const words = {
    kind: "password-reset" as const,
    subject: `Choose a new password for ${practice}`,
    body: "Somebody, probably you, asked for a new password. Open the link below within an hour to choose one. It works once, and signs you out everywhere else. If it was not you, do nothing: your password stays.",
    link: resetLink(secret),
    about,
  };
  return { ...letterTo(user, practice, user.account, words), linkIsSecret: true };
}
