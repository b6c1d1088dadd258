import type { InvoiceViewLine } from "../api/answers.ts";
import { lineKinds } from "./invoice-words.ts";

/** What a line is for, in words. */
export function lineText(
  { kind, deliverable }: Pick<InvoiceViewLine, "kind" | "deliverable">,
  deliverableName: (id: string) => string,
): string {
  if (kind === "allowance" || kind === "opening") return lineKinds[kind];
  return `${lineKinds[kind]}, ${deliverable === undefined ? "general work" : deliverableName(deliverable)}`;
}
