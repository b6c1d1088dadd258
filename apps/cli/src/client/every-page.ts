/** One page of a list, as the practice answers it. */
interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** The most that one request may ask for. */
const mostItems = 500;

/** Asks for one page after the other: all of them, or until there are `limit` items. */
export async function everyPage<T>(
  limit: number | undefined,
  ask: (place: { readonly limit: number; readonly cursor?: string }) => Promise<Page<T>>,
): Promise<{ readonly items: readonly T[] }> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const wanted = Math.min(mostItems, (limit ?? Number.POSITIVE_INFINITY) - items.length);
    const page: Page<T> = await ask({ limit: wanted, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < (limit ?? Number.POSITIVE_INFINITY));
  return { items };
}
