import { secretHash } from "../access/secret.ts";
import type { AboutOf } from "./about.ts";
import { invitationWords, resetWords, secretOf } from "./access-letters.ts";
import type { Today, Verdict } from "./today.ts";

/** An invitation holds until somebody came by it, and while its link opens something. */
export async function invitationToday(today: Today, { by }: AboutOf<"invitation">): Promise<Verdict> {
  const { practice, account, user, message } = today;
  if (user?.state === "active") return { drop: `${user.name} came in already.` };
  const link = await openLink(today, "invitation");
  if (link === null) return { drop: "Its link opens nothing any more: it was replaced, or seven days have passed." };
  const invitation = { practice, by, accountName: account?.name ?? null, ...link };
  return { words: invitationWords(invitation, message.dedupeKey) };
}

export async function resetToday(today: Today): Promise<Verdict> {
  const link = await openLink(today, "reset");
  if (link === null)
    return { drop: "Its link opens nothing any more: it was used or replaced, or an hour has passed." };
  return { words: resetWords({ practice: today.practice, ...link }, today.message.dedupeKey) };
}

/** The link of a message while it lets its holder in, and for how long it does. */
async function openLink({ books, message, nowMs }: Today, kind: "invitation" | "reset") {
  const { link } = message;
  if (link === null) return null;
  const row = await books.access.findAccessLink(secretHash(secretOf(link)), kind, new Date(nowMs).toISOString());
  return row === undefined ? null : { link, lastsMs: Date.parse(row.expires_at) - nowMs };
}
