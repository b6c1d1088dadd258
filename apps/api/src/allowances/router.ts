import { randomUUID } from "node:crypto";
import {
  type Allowance,
  countedMinutes,
  Day,
  draftAllowanceInvoice,
  FactId,
  type Invoice,
  Month,
  monthOf,
  Note,
  policyOn,
  purchaseDayWarnings,
  purchaseWarnings,
  rejection,
  runTerms,
  Slug,
} from "@cimpro/domain";
import { type AllowanceRecord, type Books, type Head, orNotFound, Refused, type SaleRecord } from "@cimpro/store";
import { z } from "zod";
import { commercial, everyone } from "../access/roles.ts";
import { accountFigures } from "../accounts/account-summary.ts";
import { partiesOf } from "../billing/parties.ts";
import { sellAllowance } from "../billing/sell-allowance.ts";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";
import { recordAlerts } from "../cover.ts";
import { ImportAllowances, importAllowances } from "../cut-over/allowances.ts";
import { procedureFor, router } from "../trpc.ts";
import { burnDownOf } from "./burn-down.ts";

const BuyAllowance = z.object({
  account: Slug,
  kind: z.enum(["lump-sum", "monthly"]),
  minutes: z.int().min(1, "must be more than zero").max(6_000_000),
  on: Day.optional(),
  paid: z.boolean().default(false),
  opening: z.boolean().default(false),
  note: Note.default(""),
  id: FactId.optional(),
});

/** A purchase as callers see it, with the invoices that sold it. */
export type AllowanceView = Allowance & {
  readonly note: string;
  readonly invoices: readonly { readonly number: string; readonly month: string | null }[];
};

const allowanceView = ({ allowance, note }: AllowanceRecord, sales: readonly SaleRecord[]): AllowanceView => ({
  ...allowance,
  note,
  invoices: sales
    .filter((sale) => sale.allowance === allowance.id)
    .map(({ invoice, month }) => ({ number: invoice, month })),
});

/** Sells pre-paid hours: the purchase and its first invoice in one go; an opening balance has no invoice (ALW-2…4, ALW-7). */
async function buy(ctx: SignedIn, input: z.infer<typeof BuyAllowance>) {
  return ctx.store.write(commandOf(ctx, input.account, "allowance.bought", input), async (books, head) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const on = input.on ?? today;
    const versions = await books.policies.all();
    const terms = runTerms(versions, today);
    const common = {
      id: input.id ?? randomUUID(),
      account: account.id,
      sequence: head.nextAllowanceSequence(),
      minutes: countedMinutes(input.minutes, 1),
      ratePerHour: terms.rateOn(on).ratePerHour,
      opening: input.opening,
      paid: input.paid,
    };
    const known = await books.allowances.find(account.id, common.id);
    if (known !== undefined) throw new Refused(rejection("ALLOWANCE_EXISTS", { allowance: known.allowance.id }));
    const allowance: Allowance =
      input.kind === "lump-sum"
        ? { ...common, kind: "lump-sum", validFrom: on }
        : { ...common, kind: "monthly", firstMonth: monthOf(on), lastMonth: null };
    const record = { allowance, note: input.note, validFrom: on };
    await books.post(account.id, head, [{ type: "allowance-bought", allowance, note: input.note, on }]);
    const month = allowance.kind === "monthly" ? allowance.firstMonth : null;
    const invoice = input.opening ? null : await sell(books, head, allowance, month, today, account.id);
    const sales = await books.allowances.sales(account.id);
    const { policy } = policyOn(versions, today);
    // Work that waited for an invoice may use the new hours at once.
    await recordAlerts(books, account.id, policy.allowances, { on: today, today });
    const warnings = [
      ...purchaseWarnings(allowance.kind, allowance.minutes, policy.allowances),
      ...purchaseDayWarnings(allowance, on, { openedOn: account.openedOn, today }),
    ];
    const answer = { allowance: allowanceView(record, sales), invoice, warnings };
    return { answer, data: { allowance, note: input.note, invoice }, effectiveOn: on };
  });
}

async function sell(
  books: Books,
  head: Head,
  allowance: Allowance,
  month: string | null,
  today: string,
  accountId: string,
): Promise<Invoice> {
  const account = await accountOf(books, accountId);
  const practice = orNotFound(await books.practice.find(), "practice", "practice");
  const terms = runTerms(await books.policies.all(), today);
  const draft = draftAllowanceInvoice(allowance, month, {
    account: account.id,
    ...partiesOf(practice, account),
    issuedOn: today,
    terms,
  });
  return sellAllowance(books, head, allowance, month, draft);
}

/** Ends a monthly allowance with the month it names; months that are invoiced stay sold (ALW-4). */
async function end(
  ctx: SignedIn,
  input: { readonly account: string; readonly allowance: string; readonly lastMonth: string },
) {
  return ctx.store.write(commandOf(ctx, input.account, "allowance.ended", input), async (books, head) => {
    const account = await accountOf(books, input.account);
    const record = orNotFound(await books.allowances.find(account.id, input.allowance), "allowance", input.allowance);
    const { allowance } = record;
    const { id } = allowance;
    if (allowance.kind !== "monthly") throw new Refused(rejection("ALLOWANCE_NOT_MONTHLY", { allowance: id }));
    if (allowance.lastMonth !== null && allowance.lastMonth < input.lastMonth)
      throw new Refused(rejection("ALLOWANCE_ENDED", { allowance: id, lastMonth: allowance.lastMonth }));
    const sales = await books.allowances.sales(account.id);
    const invoiced = sales
      .filter((sale) => sale.allowance === id)
      .map(({ month }) => month ?? "")
      .toSorted()
      .at(-1);
    const earliest = invoiced ?? allowance.firstMonth;
    if (input.lastMonth < earliest)
      throw new Refused(
        rejection("ALLOWANCE_MONTH_INVOICED", { allowance: id, month: earliest, lastMonth: input.lastMonth }),
      );
    await books.post(account.id, head, [{ type: "allowance-ended", allowance: id, lastMonth: input.lastMonth }]);
    const ended = { ...record, allowance: { ...allowance, lastMonth: input.lastMonth } };
    const effectiveOn = await businessDay(ctx, books, account);
    return { answer: allowanceView(ended, sales), data: { allowance: id, lastMonth: input.lastMonth }, effectiveOn };
  });
}

export const allowanceRouter = router({
  buy: procedureFor(commercial)
    .input(BuyAllowance)
    .mutation(({ ctx, input }) => buy(ctx, input)),

  /** Opening balances: hours that another system sold (ALW-7). */
  import: procedureFor(commercial)
    .input(ImportAllowances)
    .mutation(({ ctx, input }) => importAllowances(ctx, input)),

  list: procedureFor(everyone)
    .input(z.object({ account: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const sales = await books.allowances.sales(account.id);
        return { items: (await books.allowances.list(account.id)).map((record) => allowanceView(record, sales)) };
      }),
    ),

  balance: procedureFor(everyone)
    .input(z.object({ account: Slug, asOf: Day.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const today = await businessDay(ctx, books, account);
        const versions = await books.policies.all();
        const { asOf } = input;
        const figures = await accountFigures(books, versions, account.id, asOf ?? today, asOf !== undefined);
        const { balances, openMinutes, heldMinutes } = figures;
        return { allowances: balances, openMinutes, heldMinutes };
      }),
    ),

  burnDown: procedureFor(everyone)
    .input(z.object({ account: Slug, from: Day.optional(), to: Day.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        return burnDownOf(books, account.id, input, await businessDay(ctx, books, account));
      }),
    ),

  end: procedureFor(commercial)
    .input(z.object({ account: Slug, allowance: FactId, lastMonth: Month }))
    .mutation(({ ctx, input }) => end(ctx, input)),
});
