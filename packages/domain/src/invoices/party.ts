import { z } from "zod";
import { Name, text } from "../values/text.ts";

/** Who invoices, or is invoiced, as printed on the document and frozen with it. */
export const Party = z.object({ name: Name, address: text(1000).default(""), email: text(320).default("") }).readonly();
export type Party = z.infer<typeof Party>;
