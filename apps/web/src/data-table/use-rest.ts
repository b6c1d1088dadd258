import { useEffect } from "react";
import type { ListQuery } from "./list-query.ts";

/** A filter looks at every row there is, so while one is set the pages not shown yet are fetched too. */
export function useRest({ hasNextPage, isFetchingNextPage, fetchNextPage }: ListQuery, filtered: boolean): void {
  useEffect(() => {
    if (filtered && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [filtered, hasNextPage, isFetchingNextPage, fetchNextPage]);
}
