import { randomUUID } from "node:crypto";
import { type Allowance, type Invoice, type InvoiceDraft, ok, sellHours } from "@cimpro/domain";
import type { Books, Head } from "@cimpro/store";
import { decideOn } from "../ledger/decide-on.ts";
import { tellInvoiceIssued } from "../messages/tell.ts";

/** Sells a lump sum or a month of an allowance; with a standing payment the invoice is recorded paid the same day (ALW-3). */
export async function sellAllowance(
  books: Books,
  head: Head,
  allowance: Allowance,
  month: string | null,
  draft: InvoiceDraft,
): Promise<Invoice> {
  const standing = { id: randomUUID(), sequence: head.seq };
  const { invoice } = await decideOn(books, head, allowance.account, {}, (ledger) =>
    ok(sellHours(ledger, allowance, month, draft, standing)),
  );
  await tellInvoiceIssued(books, invoice.number, draft);
  return invoice;
}
