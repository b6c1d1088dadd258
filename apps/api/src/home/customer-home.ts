import { type PolicyVersion, policyOn, Slug, type StandingAnswer } from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { z } from "zod";
import { accountFigures } from "../accounts/account-summary.ts";
import { type InvoiceSummary, invoiceSummary, pastDueBefore } from "../billing/invoice-view.ts";
import { accountToday, currencyOf, type SignedIn } from "../context.ts";
import { pricedSow } from "../deliverables/sow.ts";
import { answerFor } from "../plans/saved-plan.ts";
import { isAsked, isTheirs, type WorkFacts, type WorkStanding, workStandings } from "./work-standing.ts";

/** Something that goes on only when the customer does their part. */
export type CustomerTurn =
  /** To approve, by the program manager (ROLE-5). */
  | {
      readonly kind: "sow";
      readonly deliverable: string;
      readonly name: string;
      readonly id: string;
      readonly total: number;
      readonly until: string;
    }
  | {
      readonly kind: "change-order";
      readonly deliverable: string;
      readonly name: string;
      readonly id: string;
      readonly minutes: number;
      /** What approving it adds to the price; null where it no longer can be approved. */
      readonly amount: number | null;
      readonly since: string;
    }
  | {
      readonly kind: "uat";
      readonly deliverable: string;
      readonly name: string;
      readonly condition: string;
      readonly openFindings: number;
    }
  /** Another condition of the process that the customer's people state, such as that their staff was told (PROC-5). */
  | {
      readonly kind: "word";
      readonly deliverable: string;
      readonly name: string;
      readonly condition: string;
      readonly what: string;
    }
  /** We asked, and the work waits for the answer (LEAD-6). */
  | {
      readonly kind: "wait";
      readonly id: string;
      readonly deliverable: string;
      readonly name: string;
      readonly what: string;
      readonly since: string;
      /** Whether a promised date moves while they take their time. */
      readonly movesDates: boolean;
    }
  | { readonly kind: "invoice"; readonly number: string; readonly balance: number; readonly pastDueDays: number }
  /** A step of the implementation plan that has begun and is theirs (IMPL-4). */
  | {
      readonly kind: "step";
      readonly plan: string;
      readonly step: string;
      readonly label: string;
      readonly until: string | null;
    };

/** All that a customer looks at first, in one answer. */
export interface CustomerHome {
  readonly account: { readonly id: string; readonly name: string };
  readonly today: string;
  readonly currency: string;
  /** What is stopped first, then what is waited for, then the rest. */
  readonly turns: readonly CustomerTurn[];
  readonly work: readonly WorkStanding[];
  readonly hours: {
    readonly hasAllowance: boolean;
    readonly remainingMinutes: number;
    readonly openMinutes: number;
    readonly heldMinutes: number;
    readonly openAmount: number;
  };
  readonly standing: StandingAnswer;
  readonly openInvoices: readonly InvoiceSummary[];
  readonly openBalance: number;
  readonly accountCredit: number;
}

export const AskCustomerHome = z.object({ account: Slug });

export async function customerHome(ctx: SignedIn, input: z.infer<typeof AskCustomerHome>): Promise<CustomerHome> {
  return ctx.store.read(async (books) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const versions = await books.policies.all();
    const figures = await accountFigures(books, versions, account.id, today, false);
    const work = await workStandings(books, versions, account.id, ["open", "ending"], today);
    const before = await pastDueBefore(books, today);
    const open = await books.invoices.list({ account: account.id, open: true, limit: mostInvoices });
    const { balances, openMinutes, heldMinutes, openAmount, standing, openBalance, accountCredit } = figures;
    return {
      account: { id: account.id, name: account.name },
      ...{ today, currency: currencyOf(versions) },
      turns: [
        ...turnsToPay(standing, "past due"),
        ...work.flatMap((each) => turnsOf(each, versions, today)),
        ...turnsToPay(standing, "due"),
        ...(await turnsOfPlans(books, account.id, today)),
      ],
      work: work.map((each) => each.standing),
      hours: {
        hasAllowance: balances.length > 0,
        remainingMinutes: balances.reduce((sum, each) => sum + each.remainingMinutes, 0),
        ...{ openMinutes, heldMinutes, openAmount },
      },
      standing,
      openInvoices: open.map((row) => invoiceSummary(row, before)),
      ...{ openBalance, accountCredit },
    };
  });
}

const mostInvoices = 100;

const turnsToPay = ({ openInvoices }: StandingAnswer, which: "past due" | "due"): readonly CustomerTurn[] =>
  openInvoices
    .filter(({ pastDueDays, suspended }) => !suspended && pastDueDays > 0 === (which === "past due"))
    .map(({ number, balance, pastDueDays }) => ({ kind: "invoice", number, balance, pastDueDays }));

/** What one piece of work waits for on the customer's side (DLV-2, DLV-4, PROC-4, LEAD-6). */
function turnsOf(
  { standing: { deliverable, name, clock }, sows, proposed, missing, waits, openFindings, testing }: WorkFacts,
  versions: readonly PolicyVersion[],
  today: string,
): readonly CustomerTurn[] {
  const about = { deliverable, name };
  const currency = currencyOf(versions);
  // A condition of theirs is asked for once those of ours before it are given: nobody approves what was not sent yet.
  const ours = missing.findIndex((each) => each.by !== undefined && !isTheirs(each));
  const asked = missing.slice(0, ours < 0 ? missing.length : ours).filter(isTheirs);
  return [
    ...sows
      .filter(({ state, validUntil }) => state === "issued" && validUntil >= today)
      .map((sow) => ({
        ...{ kind: "sow" as const, ...about, id: sow.id },
        ...{ total: pricedSow(sow, currency).price.total, until: sow.validUntil },
      })),
    ...proposed.map(({ order: { id, minutes, proposedOn }, addedPrice }) => ({
      ...{ kind: "change-order" as const, ...about, id, minutes, amount: addedPrice, since: proposedOn },
    })),
    ...asked
      // Approving the SOW gives it (PROC-1); after going back, what was approved is stated anew (PROC-7).
      .filter(({ records }) => records !== "sow-approval" || sows.some(({ state }) => state === "approved"))
      .map(({ condition, title }) =>
        testing.has(condition)
          ? { kind: "uat" as const, ...about, condition, openFindings }
          : { kind: "word" as const, ...about, condition, what: title },
      ),
    ...waits.filter(isAsked).map(({ id, what, from }) => ({
      ...{ kind: "wait" as const, id, ...about, what, since: from },
      movesDates: clock?.guaranteed === true && clock.state !== "delivered",
    })),
  ];
}

/** The customer's steps that have begun by forecast and are not done (IMPL-4). */
async function turnsOfPlans(books: Books, account: string, today: string): Promise<readonly CustomerTurn[]> {
  const versions = await books.policies.all();
  const turns: CustomerTurn[] = [];
  for (const plan of await books.plans.of(account)) {
    const { steps } = await answerFor(books, plan, today);
    const { implementation } = policyOn(versions, plan.orderedOn).policy;
    const theirs = new Set(implementation.steps.filter(({ side }) => side === "theirs").map(({ id }) => id));
    // Work that has no end of its own, such as the live site, waits for nobody.
    for (const { id, label, forecast } of steps)
      if (theirs.has(id) && plan.done[id] === undefined && forecast.start <= today && forecast.end !== null)
        turns.push({ kind: "step", plan: plan.id, step: id, label, until: forecast.end });
  }
  return turns;
}
