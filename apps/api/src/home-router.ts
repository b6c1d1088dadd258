import { Slug } from "@cimpro/domain";
import { z } from "zod";
import { everyone, team } from "./access/roles.ts";
import { accountToday } from "./context.ts";
import { AskCustomerHome, customerHome } from "./home/customer-home.ts";
import { AskOverview, overview } from "./home/overview.ts";
import { AskWorkMonths, workMonths } from "./home/work-months.ts";
import { workStandings } from "./home/work-standing.ts";
import { procedureFor, router } from "./trpc.ts";

export const homeRouter = router({
  /** How the practice stands, and what waits for whoever asks. */
  overview: procedureFor(team)
    .input(AskOverview)
    .query(({ ctx, input }) => overview(ctx, input)),

  /** What a customer looks at first; the team sees it as they do. */
  customer: procedureFor(everyone)
    .input(AskCustomerHome)
    .query(({ ctx, input }) => customerHome(ctx, input)),

  /** Every piece of work of an account, those that ended too. */
  work: procedureFor(everyone)
    .input(z.object({ account: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const { account, today } = await accountToday(ctx, books, input.account);
        const versions = await books.policies.all();
        const found = await workStandings(books, versions, account.id, ["open", "ending", "closed"], today);
        return { today, items: found.map(({ standing }) => standing) };
      }),
    ),

  months: procedureFor(everyone)
    .input(AskWorkMonths)
    .query(({ ctx, input }) => workMonths(ctx, input)),
});
