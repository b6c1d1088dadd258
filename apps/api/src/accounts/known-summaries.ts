import type { PolicyVersion } from "@cimpro/domain";
import type { Account, Books, Store } from "@cimpro/store";
import { type AccountSummary, accountSummary } from "./account-summary.ts";

/** What an account's figures depend on besides its own journal. */
interface Circumstances {
  readonly today: string;
  readonly policies: number;
}

interface Known extends Circumstances {
  /** Where the account's journal stood. */
  readonly seq: number;
  readonly summary: AccountSummary;
}

const knownBy = new WeakMap<Store, Map<string, Known>>();

/**
 * How accounts stand today. Every fact about an account is in its journal, so figures hold until the journal goes on,
 * the day ends or a policy is added; only what has changed since it was last asked is worked out anew.
 */
export async function knownSummaries(
  store: Store,
  books: Books,
  versions: readonly PolicyVersion[],
  today: string,
): Promise<(account: Account) => Promise<AccountSummary>> {
  const known = knownBy.get(store) ?? new Map<string, Known>();
  knownBy.set(store, known);
  const heads = new Map((await books.accounts.heads()).map(({ account, seq }) => [account, seq]));
  const policies = versions.length;
  return async (account) => {
    const seq = heads.get(account.id) ?? 0;
    const before = known.get(account.id);
    if (before?.seq === seq && before.today === today && before.policies === policies) return before.summary;
    const summary = await accountSummary(books, versions, account, today, false);
    known.set(account.id, { seq, today, policies, summary });
    return summary;
  };
}
