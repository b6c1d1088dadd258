import type { Deliverable, Policy } from "@cimpro/domain";
import type { PricedSow } from "../deliverables/sow.ts";
import {
  figure,
  heading,
  hours,
  hoursColumn,
  letterhead,
  money,
  moneyColumn,
  type NamedParty,
  paragraph,
  quiet,
  rateColumn,
  table,
  word,
} from "./blocks.ts";
import { leadTimeName } from "./line-words.ts";
import type { Sheet } from "./pdf.ts";

/** A statement of work: all costs but change orders, the lead time it promises, and its seal once approved (DLV-2). */
export function sowSheet(
  sow: PricedSow,
  deliverable: Deliverable,
  { process, leadTimes }: Pick<Policy, "process" | "leadTimes">,
  parties: { readonly from: NamedParty; readonly to: NamedParty },
): Sheet {
  const { id, number, issuedOn, validUntil, scope, estimates, minutes, leadTime, deposit, price } = sow;
  const { currency } = price;
  return {
    title: `SOW ${id}`,
    practice: parties.from.name,
    on: issuedOn,
    content: [
      ...letterhead("Statement of work", parties.from, parties.to, [
        ["SOW", `${id} (no. ${number})`],
        ["Deliverable", deliverable.name],
        ["Issued", issuedOn],
        ["Valid until", validUntil],
        ["Total", money(price.total, currency)],
      ]),
      heading("Scope"),
      paragraph(scope === "" ? deliverable.requirements || "As agreed." : scope),
      heading("Estimate"),
      table(
        "Phase",
        [hoursColumn],
        estimates.map((each) => [
          word(process.phases.find(({ id: phase }) => phase === each.phase)?.title ?? each.phase),
          figure(hours(each.minutes)),
        ]),
        [[word("Approved with this SOW"), figure(hours(minutes))]],
      ),
      heading("Price"),
      table(
        "Line",
        [hoursColumn, rateColumn, moneyColumn("Amount")],
        price.lines.map((line) => [
          word(
            line.kind === "labor" ? "Labor" : `Lead-time premium, ${leadTimeName(leadTime)}`,
            `Rests on ${line.clauses.join(", ")}`,
          ),
          figure(hours(line.minutes)),
          figure(money(line.ratePerHour, currency)),
          figure(money(line.amount, currency)),
        ]),
        [[word("Total, change orders excluded"), figure(""), figure(""), figure(money(price.total, currency))]],
      ),
      quiet("The rate holds for all of this deliverable's SOW time until it closes (RATE-3)."),
      ...(deposit === 0
        ? []
        : [
            quiet(
              `A deposit of ${money(deposit, currency)} is invoiced at approval and covers this work first (DLV-3).`,
            ),
          ]),
      ...leadTimeWords(sow, milestoneWords[leadTimes.deliveryMilestone]),
      ...approvalWords(sow),
    ],
  };
}

/** What meets a promised date (LEAD-7). */
const milestoneWords = {
  uat: "handing the work over for the customer's testing",
  published: "publishing the work on the live platform",
} as const;

function leadTimeWords({ leadTime, rushBy, expeditedBy }: PricedSow, metBy: string) {
  if (leadTime === "standard" || expeditedBy === null) return [];
  const dates = rushBy === null ? `Expedited by ${expeditedBy}` : `Rush by ${rushBy}, expedited by ${expeditedBy}`;
  return [
    heading("Lead time"),
    paragraph(`${dates}, met by ${metBy}.`),
    quiet(
      leadTime === "rush"
        ? "If the rush date is missed, the premium may be downgraded or credited (LEAD-4). Days of waiting move the dates (LEAD-6); change orders are excluded (LEAD-5)."
        : "If the date is missed, the premium is credited (LEAD-3). Days of waiting move the date (LEAD-6); change orders are excluded (LEAD-5).",
    ),
  ];
}

function approvalWords({ state, approvedBy, approvedOn, seal }: PricedSow) {
  if (state === "approved" && seal !== null)
    return [heading("Approved"), paragraph(`By ${approvedBy} on ${approvedOn}.`), quiet(`Seal (SHA-256): ${seal}`)];
  return [heading("Approval"), paragraph(state === "replaced" ? "Replaced by a later SOW." : "Not approved yet.")];
}
