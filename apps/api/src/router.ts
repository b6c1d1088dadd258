import { sessionRouter, tokenRouter } from "./access/router.ts";
import { accountRouter, deliverableRouter } from "./accounts/router.ts";
import { allowanceRouter } from "./allowances/router.ts";
import { invoiceRouter } from "./billing/router.ts";
import { booksRouter, journalRouter } from "./books/router.ts";
import { homeRouter } from "./home-router.ts";
import { creditRouter, paymentRouter, statementRouter } from "./money/router.ts";
import { policyRouter, practiceRouter } from "./practice-router.ts";
import { rateRouter } from "./rate-router.ts";
import { timeRouter } from "./time/router.ts";
import { router } from "./trpc.ts";

/** Everything that can be asked of the practice, noun by noun. */
export const appRouter = router({
  session: sessionRouter,
  home: homeRouter,
  practice: practiceRouter,
  policy: policyRouter,
  account: accountRouter,
  deliverable: deliverableRouter,
  time: timeRouter,
  allowance: allowanceRouter,
  invoice: invoiceRouter,
  payment: paymentRouter,
  credit: creditRouter,
  statement: statementRouter,
  journal: journalRouter,
  books: booksRouter,
  token: tokenRouter,
  rate: rateRouter,
});

/** What clients know of the server: import it from "@cimpro/api/router-types". */
export type AppRouter = typeof appRouter;
