import { z } from "zod";

/** What a practice decides about invoices: days after issue before an open invoice is past due (INV-5). */
export const InvoiceTerms = z.strictObject({ graceDays: z.int().min(0).max(365) }).readonly();
export type InvoiceTerms = z.infer<typeof InvoiceTerms>;
