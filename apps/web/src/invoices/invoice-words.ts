import type { InvoiceKind, LineKind } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const invoiceKinds: Readonly<Record<InvoiceKind, MessageDescriptor>> = {
  work: msg`Work`,
  allowance: msg`Pre-paid hours`,
  deposit: msg`Deposit`,
  opening: msg`From another system`,
};

const lineKinds: Readonly<Record<LineKind, MessageDescriptor>> = {
  labor: msg`Labor`,
  premium: msg`Lead-time premium`,
  allowance: msg`Pre-paid hours`,
  deposit: msg`Deposit`,
  opening: msg`From another system`,
};

/** What an invoice charges, in a word or two. */
export const invoiceKindName = (kind: InvoiceKind): string => i18n._(invoiceKinds[kind]);

/** What a line of an invoice charges, in a word or two. */
export const lineKindName = (kind: LineKind): string => i18n._(lineKinds[kind]);
