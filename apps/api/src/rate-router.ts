import { forecastRates, policyOn, QuoteRequest, quote, RateForecastRequest } from "@cimpro/domain";
import { everyone } from "./access/roles.ts";
import { businessDay } from "./context.ts";
import { ownProcedureFor, router } from "./trpc.ts";

export const rateRouter = router({
  quote: ownProcedureFor(everyone)
    .input(QuoteRequest.partial({ on: true }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const on = input.on ?? (await businessDay(ctx, books));
        return quote({ ...input, on }, policyOn(await books.policies.all(), on).policy);
      }),
    ),

  forecast: ownProcedureFor(everyone)
    .input(RateForecastRequest.partial({ on: true }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const on = input.on ?? (await businessDay(ctx, books));
        return forecastRates({ ...input, on }, policyOn(await books.policies.all(), on).policy);
      }),
    ),
});
