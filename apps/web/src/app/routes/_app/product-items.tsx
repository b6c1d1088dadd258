import { createFileRoute } from "@tanstack/react-router";
import { ItemSearch, itemInput } from "../../../product-items/item-search.ts";
import { ProductItemsPage } from "../../../product-items/product-items-page.tsx";

export const Route = createFileRoute("/_app/product-items")({
  validateSearch: ItemSearch,
  loaderDeps: ({ search: { show } }) => ({ show }),
  loader: ({ context: { queries, api }, deps }) =>
    queries.ensureInfiniteQueryData(
      api.productItem.list.infiniteQueryOptions(itemInput(deps), { getNextPageParam: ({ nextCursor }) => nextCursor }),
    ),
  component: ProductItemsPage,
});
