import { Day, HatId } from "@cimpro/domain";
import { z } from "zod";

export const accountTabs = [
  ...(["overview", "work", "time", "allowances", "packages", "invoices", "statement", "credits"] as const),
  ...(["requests", "plan", "people"] as const),
] as const;

/** What the address of an account page says: the part shown, its filters, the open form and the open drawer. */
export const AccountSearch = z.object({
  tab: z.enum(accountTabs).optional().catch(undefined),
  ask: z
    .enum([
      ...(["payment", "allowance", "end-allowance", "edit", "deliverable", "log"] as const),
      ...(["amend", "reverse", "write-off", "request", "note", "withdraw", "person", "assign"] as const),
    ])
    .optional()
    .catch(undefined),
  invoice: z.string().optional().catch(undefined),
  entry: z.string().optional().catch(undefined),
  allowance: z.string().optional().catch(undefined),
  why: z.string().optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
  deliverable: z.string().optional().catch(undefined),
  request: z.string().optional().catch(undefined),
  plan: z.string().optional().catch(undefined),
  hat: HatId.optional().catch(undefined),
  state: z.enum(["open", "all"]).optional().catch(undefined),
});
export type AccountSearch = z.infer<typeof AccountSearch>;
