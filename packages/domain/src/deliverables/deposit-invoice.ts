import { type InvoiceDraft, type InvoiceLine, totalled } from "../invoices/invoice.ts";
import type { Party } from "../invoices/party.ts";
import type { Day } from "../values/day.ts";
import type { Currency } from "../values/money.ts";
import type { Sow } from "./sow.ts";

/** What a deposit invoice states beside the SOW. */
export interface DepositContext {
  readonly from: Party;
  readonly to: Party;
  readonly issuedOn: Day;
  readonly currency: Currency;
  readonly policy: { readonly id: string; readonly version: number };
}

/** The invoice of an approved SOW's deposit: money, no minutes; due on receipt (DLV-3, INV-2). */
export function draftDepositInvoice(sow: Sow, context: DepositContext): InvoiceDraft {
  const { account, id, deliverable, deposit, approvedOn, approvedBy } = sow;
  const line: Omit<InvoiceLine, "line"> = {
    kind: "deposit",
    deliverable,
    minutes: 0,
    ratePerHour: 0,
    amount: deposit,
    clauses: ["DLV-2", "DLV-3", "INV-2"],
    trace: [
      {
        clause: "DLV-3",
        what: `Deposit of SOW ${id}`,
        amount: deposit,
        facts: { sow: id, approvedOn: approvedOn ?? "", approvedBy: approvedBy ?? "" },
      },
    ],
    slices: [],
  };
  const { issuedOn, currency, policy, from, to } = context;
  return {
    kind: "deposit",
    account,
    issuedOn,
    dueOn: issuedOn,
    period: null,
    parties: { from, to },
    currency,
    policy,
    cover: null,
    ...totalled([line]),
  };
}
