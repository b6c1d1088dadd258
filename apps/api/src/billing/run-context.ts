import { type BillingFacts, type RunContext, runTerms, type SowWork } from "@cimpro/domain";
import { type Account, type Books, type OpenRecord, orNotFound } from "@cimpro/store";
import { sowWorkOf } from "../deliverables/sow-work.ts";
import { partiesOf } from "./parties.ts";

/** The terms and parties of a run, from the books as they stand. */
export async function runContext(books: Books, today: string, through: string): Promise<RunContext> {
  const practice = orNotFound(await books.practice.find(), "practice", "practice");
  const { name, address, email } = practice;
  return { from: { name, address, email }, today, through, terms: runTerms(await books.policies.all(), today) };
}

/** What a run needs to know of an account, with its open work dated before `end`. */
export async function billingFacts(
  books: Books,
  account: Account,
  end: string,
): Promise<BillingFacts & { readonly entries: readonly OpenRecord[]; readonly sowWork: readonly SowWork[] }> {
  const practice = orNotFound(await books.practice.find(), "practice", "practice");
  const head = orNotFound(await books.accounts.head(account.id), "account", account.id);
  const purchases = await books.allowances.list(account.id);
  return {
    account: account.id,
    party: partiesOf(practice, account).to,
    billingAnchor: account.billingAnchor,
    closedThrough: head.closedThrough,
    entries: await books.entries.openBefore(account.id, end),
    allowances: purchases.map(({ allowance }) => allowance),
    sales: await books.allowances.sales(account.id),
    frozen: await books.allowances.frozen(account.id),
    sowWork: await sowWorkOf(books, account.id),
  };
}
