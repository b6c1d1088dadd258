import type { InvoiceLine, LeadTime } from "@cimpro/domain";

const kinds: Readonly<Record<InvoiceLine["kind"], string>> = {
  labor: "Labor",
  premium: "Lead-time premium",
  allowance: "Pre-paid hours",
  deposit: "Deposit",
  opening: "From another system",
};

/** What a line of an invoice is for, in the words of the screens; deliverables by their names. */
export function lineWords(
  { kind, deliverable }: Pick<InvoiceLine, "kind" | "deliverable">,
  names: ReadonlyMap<string, string>,
): string {
  if (kind === "allowance" || kind === "opening") return kinds[kind];
  return `${kinds[kind]}, ${deliverable === undefined ? "general work" : (names.get(deliverable) ?? deliverable)}`;
}

const leadTimes: Readonly<Record<LeadTime, string>> = { standard: "Standard", expedited: "Expedited", rush: "Rush" };

export const leadTimeName = (leadTime: LeadTime): string => leadTimes[leadTime];
