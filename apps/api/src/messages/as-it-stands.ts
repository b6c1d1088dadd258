import { dayInZone } from "@cimpro/domain";
import type { Books, Message, Said } from "@cimpro/store";
import { About } from "./about.ts";
import { invitationToday, resetToday } from "./access-today.ts";
import { alertToday, invoiceToday, standingToday } from "./account-today.ts";
import { bodyTo } from "./letter.ts";
import type { Today, Verdict } from "./today.ts";
import { approvalToday, riskToday } from "./work-today.ts";

/** What becomes of a message as the books stand: it is said, in these words, or dropped, or asked again in a while. */
export type Fate = { readonly say: Said } | { readonly drop: string } | { readonly wait: true };

/**
 * Words a message that waits as the books stand at an instant, to its reader as they are called today, or says why it
 * holds no longer. One that keeps no facts, as earlier versions wrote them, is said as it was written.
 */
export async function asItStands(books: Books, message: Message, nowMs: number): Promise<Fate> {
  const about = About.safeParse(message.about);
  const { to, subject, body } = message;
  if (!about.success) return { say: { to: { email: to.email, name: to.name }, subject, body } };
  const user = to.user === null ? undefined : await books.users.find(to.user);
  if (user?.state === "disabled") return { drop: `${user.name} was disabled.` };
  const reader = user?.email == null ? to : { name: user.name, email: user.email };

  const practice = await books.practice.find();
  const account = message.account === null ? undefined : await books.accounts.find(message.account);
  const zone = account?.timeZone ?? practice?.timeZone ?? "UTC";
  const today: Today = {
    books,
    message,
    practice: practice?.name ?? "",
    account: account === undefined ? null : { id: account.id, name: account.name },
    user,
    nowMs,
    day: dayInZone(nowMs, zone),
  };
  const verdict = await verdictOn(about.data, today);
  if (!("words" in verdict)) return verdict;
  const { words } = verdict;
  const said = { subject: words.subject, body: bodyTo(reader, today.practice, words) };
  return { say: { to: { email: reader.email, name: reader.name }, ...said } };
}

async function verdictOn(about: About, today: Today): Promise<Verdict> {
  switch (about.kind) {
    case "invitation":
      return invitationToday(today, about);
    case "password-reset":
      return resetToday(today);
    case "approval-asked":
      return approvalToday(today, about);
    case "invoice-issued":
      return invoiceToday(today, about);
    case "work-stopped":
    case "work-resumed":
      return standingToday(today, about);
    case "allowance-alert":
      return alertToday(today, about);
    case "lead-time-at-risk":
      return riskToday(today, about);
  }
}
