import { z } from "zod";

/** Which invoices the list shows. */
export const InvoiceListSearch = z.object({
  account: z.string().optional().catch(undefined),
  status: z.enum(["open", "all"]).optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
});

export const invoiceListInput = ({ account, status }: z.infer<typeof InvoiceListSearch>) => ({
  ...(account === undefined ? {} : { account }),
  ...(status === undefined ? {} : { status }),
});

/** What is open on an invoice's page. */
export const InvoiceSearch = z.object({
  why: z.string().optional().catch(undefined),
  ask: z.enum(["credit", "void", "suspend"]).optional().catch(undefined),
  line: z.int().optional().catch(undefined),
});
