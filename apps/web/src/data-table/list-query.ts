/** A list that comes page by page; what `useInfiniteQuery` answers. */
export interface ListQuery {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<{ readonly hasNextPage: boolean; readonly isError: boolean }>;
}

/** Asks for page after page until all rows are there; false when one could not be had. */
export async function fetchAll(query: ListQuery): Promise<boolean> {
  for (let more = query.hasNextPage; more; ) {
    const answer = await query.fetchNextPage();
    if (answer.isError) return false;
    more = answer.hasNextPage;
  }
  return true;
}
