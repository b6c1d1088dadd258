import { Slug, slugOf } from "@cimpro/domain";
import { type Account, type Books, Refused } from "@cimpro/store";
import { openAccount } from "../accounts/open-account.ts";
import type { SignedIn } from "../context.ts";
import type { ImportRow } from "./import-rows.ts";

/** The account that rows of a source mean, or why there is none. */
export type AccountFound = { readonly account: string } | { readonly message: string };

/**
 * The account a file names: the one that this source's name was found to mean before, whatever it is called now; else the
 * one of that name (IMP-1). An id counts only where the file or a person says it is one. Opened when it is missing and may be.
 */
export async function accountFor(
  ctx: SignedIn,
  { source, account: name, accountBy }: Pick<ImportRow, "source" | "account" | "accountBy">,
  createMissing: boolean,
  /** The account in which rows of that name were taken in before names were remembered. */
  before: string | undefined,
): Promise<AccountFound> {
  for (;;) {
    const { found, id } = await ctx.store.read(async (books) => ({
      found: await knownAccount(books, source, name, accountBy, before),
      id: await freeSlug(slugOf(name), async (each) => (await books.accounts.find(each)) !== undefined),
    }));
    if (found !== null) return found;
    if (accountBy === "id") return { message: `There is no account with the id "${name}"; open it first.` };
    if (!createMissing)
      return { message: `There is no account "${name}"; open it, or let the map say "createMissing": true.` };
    try {
      return { account: (await openAccount({ ...ctx, key: null }, { name, id, address: "", email: "" })).id };
    } catch (error) {
      // Another client opened it since we looked: the same account, or one that only took the id.
      if (!(error instanceof Refused && error.rejection.code === "ACCOUNT_EXISTS")) throw error;
    }
  }
}

async function knownAccount(
  books: Books,
  source: string,
  name: string,
  by: ImportRow["accountBy"],
  before: string | undefined,
): Promise<AccountFound | null> {
  const withId = async (): Promise<Account | undefined> =>
    Slug.safeParse(name).success ? books.accounts.find(name) : undefined;
  const said = by === "name" ? undefined : await withId();
  if (said !== undefined) return { account: said.id };
  if (by === "id") return null;
  const meant = by === "name" ? ((await books.sourceNames.of(source, "account")).get(name) ?? before) : undefined;
  if (meant !== undefined) return { account: meant };
  const [account, other] = await books.accounts.called(name);
  if (account === undefined) return null;
  return other === undefined
    ? { account: account.id }
    : {
        message: `Several accounts are called "${name}": ${account.id}, ${other.id}; rename one, or say which by its id.`,
      };
}

/** The first of `acme`, `acme-2`, `acme-3` … that is free. */
export async function freeSlug(slug: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (!(await taken(candidate))) return candidate;
  }
}
