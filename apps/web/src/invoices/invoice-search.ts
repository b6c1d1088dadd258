import { Day } from "@cimpro/domain";
import { z } from "zod";

/** Which invoices the list shows. */
export const InvoiceListSearch = z.object({
  account: z.string().optional().catch(undefined),
  status: z.enum(["open", "all"]).optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
  /** What a customer looks at: the invoices, what was taken off them, or the statement of some days. */
  show: z.enum(["credits", "statement"]).optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});

export const invoiceListInput = ({
  account,
  status,
}: Pick<z.infer<typeof InvoiceListSearch>, "account" | "status">) => ({
  ...(account === undefined ? {} : { account }),
  ...(status === undefined ? {} : { status }),
});

/** What an invoice is asked for by: a customer names their account too. */
export const invoiceInput = (number: string, own: string | null) =>
  own === null ? { number } : { number, account: own };

/** What is open on an invoice's page. */
export const InvoiceSearch = z.object({
  why: z.string().optional().catch(undefined),
  ask: z.enum(["credit", "void", "suspend"]).optional().catch(undefined),
  line: z.int().optional().catch(undefined),
});
