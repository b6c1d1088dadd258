/** A page of the list of all accounts' deliverables. */
interface PageOfWork {
  readonly items: readonly { readonly account: string; readonly id: string }[];
  readonly nextCursor: string | null;
}

/**
 * The accounts that have work of an id: a link may say no account, because the customer's people have only one.
 * `page` asks for the work of all accounts, or of the one that the link names, from a place on.
 */
export async function accountsWithWork(
  deliverable: string,
  page: (cursor: string | undefined) => Promise<PageOfWork>,
): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    found.push(...items.filter(({ id }) => id === deliverable).map(({ account }) => account));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
