import type { AppRouter } from "@cimpro/api/router-types";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Answers = inferRouterOutputs<AppRouter>;
type Questions = inferRouterInputs<AppRouter>;

export type Session = Answers["session"]["me"];
export type Overview = Answers["home"]["overview"];
export type Need = Overview["needs"][number];
export type AccountRow = Answers["account"]["list"]["items"][number];
export type AccountView = Answers["account"]["show"];
export type Standing = Answers["account"]["standing"];
export type Entry = Answers["time"]["list"]["items"][number];
export type LoggedTime = Answers["time"]["log"];
export type LogTime = Questions["time"]["log"];
export type AllowanceView = Answers["allowance"]["list"]["items"][number];
export type Balance = Answers["account"]["show"]["balances"][number];
export type BurnDown = Answers["allowance"]["burnDown"];
export type Draft = Answers["invoice"]["draft"];
export type RunAnswer = Answers["invoice"]["run"];
export type DraftedInvoice = RunAnswer["invoices"][number];
export type InvoiceRow = Answers["invoice"]["list"]["items"][number];
export type InvoiceView = Answers["invoice"]["show"];
export type InvoiceViewLine = InvoiceView["lines"][number];
export type CreditMemoView = Answers["credit"]["list"]["items"][number];
export type PaymentView = Answers["payment"]["list"]["items"][number];
export type StatementView = Answers["statement"]["show"];
export type JournalRow = Answers["journal"]["list"]["items"][number];
export type PolicyView = Answers["policy"]["show"];
