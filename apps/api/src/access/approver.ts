import { onlyWearer, rejection } from "@cimpro/domain";
import { type Books, Refused } from "@cimpro/store";
import type { SignedIn } from "../context.ts";

/**
 * Who decides for a customer: its program manager in person, or whoever a coordinator names who puts a decision on
 * record; unnamed it is the account's program manager, if exactly one is known (ROLE-1, ROLE-5).
 */
export async function approverOf(ctx: SignedIn, books: Books, account: string, by?: string): Promise<string> {
  if (ctx.actor.role === "program-manager") return ctx.actor.name;
  if (by !== undefined) return by;
  const known = onlyWearer(await books.people.of(account), "program-manager");
  if (known !== null) return known.name;
  const message = "say who decided for the customer: not exactly one program manager of theirs is known";
  throw new Refused(rejection("MALFORMED", { issues: [{ path: "by", message }] }));
}
