import { forecastRates, policyOn, QuoteRequest, quote, RateForecastRequest } from "@cimpro/domain";
import { team } from "./access/roles.ts";
import { businessDay } from "./context.ts";
import { procedureFor, router } from "./trpc.ts";

export const rateRouter = router({
  quote: procedureFor(team)
    .input(QuoteRequest.partial({ on: true }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const on = input.on ?? (await businessDay(ctx, books));
        return quote({ ...input, on }, policyOn(await books.policies.all(), on).policy);
      }),
    ),

  forecast: procedureFor(team)
    .input(RateForecastRequest.partial({ on: true }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const on = input.on ?? (await businessDay(ctx, books));
        return forecastRates({ ...input, on }, policyOn(await books.policies.all(), on).policy);
      }),
    ),
});
