import { t } from "@lingui/core/macro";
import type { InvoiceViewLine } from "../api/answers.ts";
import { lineKindName } from "./invoice-words.ts";

/** What a line is for, in words. */
export function lineText(
  { kind, deliverable }: Pick<InvoiceViewLine, "kind" | "deliverable">,
  deliverableName: (id: string) => string,
): string {
  const what = lineKindName(kind);
  if (kind === "allowance" || kind === "opening") return what;
  if (deliverable === undefined) return t`${what}, general work`;
  const work = deliverableName(deliverable);
  return t`${what}, ${work}`;
}
