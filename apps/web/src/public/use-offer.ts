import { useSuspenseQuery } from "@tanstack/react-query";
import type { Offer } from "../api/answers.ts";
import { useApi } from "../api/context.ts";

/** What the practice offers, for everyone to read: the route above has loaded it before any public page. */
export const useOffer = (): Offer => useSuspenseQuery(useApi().offer.show.queryOptions()).data;
