import { access } from "./access.ts";
import { accounts, deliverables } from "./accounts.ts";
import { allowances } from "./allowances.ts";
import { creditMemos } from "./credit-memos.ts";
import type { Tx } from "./engines/database.ts";
import { entries } from "./entries.ts";
import { invoices } from "./invoices.ts";
import { journal } from "./journal.ts";
import { minuteAccounts } from "./minute-accounts.ts";
import { numbers } from "./numbers.ts";
import { applications, payments } from "./payments.ts";
import { policies, practice } from "./practice.ts";
import { invoicedSince, slices } from "./slices.ts";
import { statementFacts } from "./statement-facts.ts";

/** The books within one transaction, noun by noun. */
export const booksOf = (tx: Tx) => ({
  practice: practice(tx),
  policies: policies(tx),
  accounts: accounts(tx),
  deliverables: deliverables(tx),
  entries: entries(tx),
  slices: slices(tx),
  allowances: allowances(tx),
  invoices: invoices(tx),
  creditMemos: creditMemos(tx),
  payments: payments(tx),
  applications: applications(tx),
  numbers: numbers(tx),
  journal: journal(tx),
  access: access(tx),
  minuteAccounts: minuteAccounts(tx),
  invoicedSince: (account: string, asOf: string) => invoicedSince(tx, account, asOf),
  statementFacts: (account: string) => statementFacts(tx, account),
});
export type Books = ReturnType<typeof booksOf>;
