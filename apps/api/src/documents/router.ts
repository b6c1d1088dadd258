import { Day, LeadTime, policyOn, QuoteRequest, quote, rejection, Slug, statementOf } from "@cimpro/domain";
import { type Account, type Books, orNotFound, Refused } from "@cimpro/store";
import { z } from "zod";
import { everyone } from "../access/roles.ts";
import { invoiceView } from "../billing/invoice-view.ts";
import { partiesOf } from "../billing/parties.ts";
import { accountOf, accountToday, businessDay, currencyOf } from "../context.ts";
import { deliverableOf } from "../deliverables/deliverable.ts";
import { pricedSow, sowNamed } from "../deliverables/sow.ts";
import { invoiceOf } from "../money/credit.ts";
import { AskDossier, sealedDossier } from "../process/gate-dossier.ts";
import { procedureFor, publicProcedure, router } from "../trpc.ts";
import { creditMemoSheet } from "./credit-memo-sheet.ts";
import { dossierSheet } from "./dossier-sheet.ts";
import { invoiceSheet } from "./invoice-sheet.ts";
import { printed, type Sheet } from "./pdf.ts";
import { quoteSheet } from "./quote-sheet.ts";
import { sowSheet } from "./sow-sheet.ts";
import { statementSheet } from "./statement-sheet.ts";

/** A file to save: its name, what it is, and its bytes in base64. */
export interface PrintedFile {
  readonly fileName: string;
  readonly mediaType: "application/pdf";
  readonly base64: string;
}

const number = z.string().max(40);

/** The documents of the books as PDF files, from what was frozen when they were made: the same figures everywhere. */
export const documentRouter = router({
  /** For a customer the account is named too, and the invoice must be its own. */
  invoice: procedureFor(everyone)
    .input(z.object({ number, account: Slug.optional() }))
    .query(async ({ ctx, input }) =>
      file(
        input.number,
        await ctx.store.read(async (books) => {
          const record = await invoiceOf(books, input.number);
          ofAccount(record.account, input.account, "invoice", input.number);
          const today = await businessDay(ctx, books, await accountOf(books, record.account));
          return invoiceSheet(await invoiceView(books, record, today), await namesOf(books, record.account));
        }),
      ),
    ),

  creditMemo: procedureFor(everyone)
    .input(z.object({ number, account: Slug.optional() }))
    .query(async ({ ctx, input }) =>
      file(
        input.number,
        await ctx.store.read(async (books) => {
          const { memo } = orNotFound(await books.creditMemos.find(input.number), "credit memo", input.number);
          ofAccount(memo.account, input.account, "credit memo", input.number);
          const invoice = orNotFound(await books.invoices.document(memo.invoice), "invoice", memo.invoice);
          return creditMemoSheet(memo, invoice.parties, await namesOf(books, memo.account));
        }),
      ),
    ),

  statement: procedureFor(everyone)
    .input(z.object({ account: Slug, from: Day.optional(), to: Day.optional() }))
    .query(async ({ ctx, input }) =>
      file(
        `statement-${input.account}`,
        await ctx.store.read(async (books) => {
          const { account, today } = await accountToday(ctx, books, input.account);
          const head = orNotFound(await books.accounts.head(account.id), "account", account.id);
          const statement = statementOf(await books.statementFacts(account.id), input.to ?? today, input.from ?? null);
          const currency = currencyOf(await books.policies.all());
          return statementSheet(
            { ...statement, currency, head: { seq: head.seq, hash: head.hash } },
            await partiesNow(books, account),
          );
        }),
      ),
    ),

  sow: procedureFor(everyone)
    .input(z.object({ account: Slug, deliverable: Slug, sow: z.string().max(100).optional() }))
    .query(async ({ ctx, input }) => {
      const { name, sheet } = await ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const deliverable = await deliverableOf(books, account.id, input.deliverable);
        const sow = sowNamed(await books.sows.of(account.id, deliverable.id), deliverable.id, input.sow);
        const versions = await books.policies.all();
        const { policy } = policyOn(versions, sow.issuedOn);
        const parties = await partiesNow(books, account);
        return { name: sow.id, sheet: sowSheet(pricedSow(sow, currencyOf(versions)), deliverable, policy, parties) };
      });
      return file(name, sheet);
    }),

  dossier: procedureFor(everyone)
    .input(AskDossier.omit({ seal: true }))
    .query(async ({ ctx, input }) => {
      const sealed = await sealedDossier(ctx, input);
      const { parties, today } = await ctx.store.read(async (books) => {
        const known = await accountToday(ctx, books, input.account);
        return { parties: await partiesNow(books, known.account), today: known.today };
      });
      return file(`dossier-${input.deliverable}`, dossierSheet(sealed, today, parties));
    }),

  quote: publicProcedure
    .input(
      z.object({ minutes: QuoteRequest.shape.minutes, leadTime: LeadTime.default("standard"), on: Day.optional() }),
    )
    .query(async ({ ctx, input }) =>
      file(
        "quote",
        await ctx.store.read(async (books) => {
          const { name, address, email } = orNotFound(await books.practice.find(), "practice", "practice");
          const on = input.on ?? (await businessDay(ctx, books));
          const { policy } = policyOn(await books.policies.all(), on);
          const title = (id: string) => policy.clauses.find((clause) => clause.id === id)?.title ?? "";
          return quoteSheet(quote({ ...input, on }, policy), on, { name, address, email }, title);
        }),
      ),
    ),
});

async function file(name: string, sheet: Sheet): Promise<PrintedFile> {
  const bytes = await printed(sheet);
  // The number of an invoice from another system may have signs that mean something in a path.
  const fileName = `${name.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "")}.pdf`;
  return { fileName, mediaType: "application/pdf", base64: bytes.toString("base64") };
}

/** Whoever names an account gets its documents only, and learns of no other. */
function ofAccount(own: string, asked: string | undefined, what: string, id: string): void {
  if (asked !== undefined && asked !== own) throw new Refused(rejection("NOT_FOUND", { what, id }));
}

async function partiesNow(books: Books, account: Account) {
  return partiesOf(orNotFound(await books.practice.find(), "practice", "practice"), account);
}

const namesOf = async (books: Books, account: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await books.deliverables.list(account)).map(({ id, name }) => [id, name]));
