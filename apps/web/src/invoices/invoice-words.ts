import type { InvoiceKind, LineKind } from "@cimpro/domain";

export const invoiceKinds: Readonly<Record<InvoiceKind, string>> = {
  work: "Work",
  allowance: "Pre-paid hours",
  deposit: "Deposit",
  opening: "From another system",
};

export const lineKinds: Readonly<Record<LineKind, string>> = {
  labor: "Labor",
  premium: "Lead-time premium",
  allowance: "Pre-paid hours",
  deposit: "Deposit",
  opening: "From another system",
};
