import { passwordRouter } from "./access/password-router.ts";
import { stateRights } from "./access/rights.ts";
import { secondStepRouter } from "./access/second-step-router.ts";
import { sessionRouter } from "./access/session-router.ts";
import { tokenRouter } from "./access/token-router.ts";
import { invitationRouter, userRouter } from "./access/user-router.ts";
import { accountRouter } from "./accounts/router.ts";
import { allowanceRouter } from "./allowances/router.ts";
import { invoiceRouter } from "./billing/router.ts";
import { booksRouter, journalRouter } from "./books/router.ts";
import { changeOrderRouter, deliverableRouter, sowRouter } from "./deliverables/router.ts";
import { documentRouter } from "./documents/router.ts";
import { homeRouter } from "./home-router.ts";
import { leadTimeRouter, premiumRouter, waitRouter } from "./lead-times/router.ts";
import { liveRouter } from "./live/router.ts";
import { messageRouter } from "./messages/router.ts";
import { creditRouter, paymentRouter, statementRouter } from "./money/router.ts";
import { offerRouter } from "./offer-router.ts";
import { packageRouter } from "./packages/router.ts";
import { personRouter } from "./people/router.ts";
import { planRouter } from "./plans/router.ts";
import { policyRouter, practiceRouter } from "./practice-router.ts";
import { customizationRouter, issueRouter, phaseRouter, punchListRouter, updateRouter } from "./process/router.ts";
import { productItemRouter } from "./product/router.ts";
import { rateRouter } from "./rate-router.ts";
import { reportRouter } from "./reports/router.ts";
import { requestRouter } from "./requests/router.ts";
import { knowInputs } from "./stated-days.ts";
import { timeRouter } from "./time/router.ts";
import { router } from "./trpc.ts";

/** Everything that can be asked of the practice, noun by noun. */
export const appRouter = router({
  session: sessionRouter,
  password: passwordRouter,
  totp: secondStepRouter,
  invitation: invitationRouter,
  user: userRouter,
  home: homeRouter,
  practice: practiceRouter,
  policy: policyRouter,
  account: accountRouter,
  deliverable: deliverableRouter,
  sow: sowRouter,
  changeOrder: changeOrderRouter,
  request: requestRouter,
  person: personRouter,
  package: packageRouter,
  plan: planRouter,
  phase: phaseRouter,
  punchList: punchListRouter,
  issue: issueRouter,
  customization: customizationRouter,
  update: updateRouter,
  time: timeRouter,
  allowance: allowanceRouter,
  wait: waitRouter,
  productItem: productItemRouter,
  premium: premiumRouter,
  leadTime: leadTimeRouter,
  invoice: invoiceRouter,
  payment: paymentRouter,
  credit: creditRouter,
  statement: statementRouter,
  journal: journalRouter,
  books: booksRouter,
  token: tokenRouter,
  message: messageRouter,
  rate: rateRouter,
  report: reportRouter,
  live: liveRouter,
  offer: offerRouter,
  document: documentRouter,
});

stateRights(appRouter);
knowInputs(appRouter);

/** What clients know of the server: import it from "@cimpro/api/router-types". */
export type AppRouter = typeof appRouter;
