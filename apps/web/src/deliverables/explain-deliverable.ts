import { formatDuration, type TraceStep } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { DeliverableView } from "../api/answers.ts";
import { formatMoney } from "../figures/money-text.ts";
import type { ExplainedStep, Explanation } from "../why/explanation.ts";

/** The explanation of a figure on a deliverable's page. */
export function explainDeliverable(why: string | undefined, work: DeliverableView): Explanation | null {
  const { approved, used, currency, generalMinutes } = work;
  const cover = work.sowCover ?? work.cover;
  const sowTime = formatDuration(approved?.sowMinutes ?? 0);
  const orderTime = formatDuration(approved?.changeOrderMinutes ?? 0);
  const money = (amount: number) => formatMoney(amount, currency);
  const sow = work.sows.find(({ id }) => id === approved?.sow);
  const version = sow === undefined ? {} : { policyVersion: sow.policyVersion };
  const timeLink = {
    to: "/accounts/$id/deliverables/$deliverable",
    params: { id: work.account, deliverable: work.id },
    search: { tab: "time" },
  } as const;
  switch (why) {
    case "used":
      if (used === null) return null;
      return {
        title: t`Money so far`,
        figure: money(used.total),
        sentence: t`SOW time worked so far at the rate and premium that the SOW froze, invoiced or not, whatever covers it. Held and written-off time does not count. An estimate of what invoices come to: each of their lines rounds once.`,
        steps: used.trace.map((step, at) => ({
          ...traceStep(step, currency),
          ...(at === 0 ? { link: timeLink } : {}),
        })),
        clauses: ["DLV-5", "RATE-3", "LEAD-2", "RATE-5"],
        ...version,
      };
    case "approved":
      if (approved === null) return null;
      return {
        title: t`Approved`,
        figure: money(approved.price.total),
        sentence: t`${sowTime} of the SOW and ${orderTime} of approved change orders. Time beyond it is held until more is approved or it is written off.`,
        steps: approved.price.trace.map((step) => traceStep(step, currency)),
        clauses: ["DLV-2", "DLV-4", "DLV-5", "RATE-3"],
        ...version,
      };
    case "deposit":
      if (approved === null) return null;
      return {
        title: t`Deposit`,
        figure: money(approved.deposit.left),
        sentence: t`What SOW time can still draw on: the deposit covers it first, in whole minutes, base and premium. What is left when the work closes comes back as a credit memo.`,
        steps: [
          { what: t`Deposit invoiced at approval`, result: money(approved.deposit.amount), clause: "DLV-3" },
          { what: t`Used for covered time`, result: money(-approved.deposit.used), clause: "DLV-3" },
          ...(approved.deposit.credited === 0
            ? []
            : [{ what: t`Given back`, result: money(-approved.deposit.credited), clause: "DLV-3" }]),
          ...(work.returnOutside
            ? [{ what: t`To be returned outside these books`, result: money(work.returnOutside), clause: "DLV-3" }]
            : []),
        ],
        clauses: ["DLV-3"],
        ...version,
      };
    case "hours":
      return {
        title: t`Hours worked`,
        figure: formatDuration(cover.worked),
        sentence: t`Every minute worked on it is in one place: covered, invoiced, held, or still open.`,
        steps: [
          { what: t`Covered by the deposit`, result: formatDuration(cover.deposit), clause: "DLV-3" },
          { what: t`Covered by allowances`, result: formatDuration(cover.allowance), clause: "ALW-5" },
          { what: t`Invoiced`, result: formatDuration(cover.invoiced), clause: "INV-1" },
          { what: t`Held beyond what is approved`, result: formatDuration(cover.held), clause: "DLV-5" },
          { what: t`Open: the next run settles it`, result: formatDuration(cover.open), link: timeLink },
          { what: t`Written off`, result: formatDuration(cover.writtenOff), clause: "ALW-8" },
          { what: t`Non-billable`, result: formatDuration(cover.nonBillable) },
          { what: t`Settled elsewhere`, result: formatDuration(cover.settledElsewhere) },
          ...(generalMinutes === 0
            ? []
            : [
                {
                  what: t`Besides, from before the approval: general work`,
                  result: formatDuration(generalMinutes),
                  clause: "DLV-6",
                },
              ]),
        ].filter(({ result }) => result !== formatDuration(0)),
        clauses: ["ALW-8", "DLV-5"],
      };
    default:
      return null;
  }
}

/** A step of a trace, in words and figures. */
export function traceStep({ what, clause, minutes, ratePerHour, amount }: TraceStep, currency: string): ExplainedStep {
  const hours = minutes === undefined ? undefined : formatDuration(minutes);
  const perHour = ratePerHour === undefined ? undefined : formatMoney(ratePerHour, currency);
  const rate = perHour === undefined ? undefined : t`${perHour}/h`;
  const result = amount === undefined ? (rate ?? hours) : formatMoney(amount, currency);
  return {
    what,
    clause,
    ...(amount !== undefined && hours !== undefined && rate !== undefined ? { working: `${hours} × ${rate}` } : {}),
    ...(result === undefined ? {} : { result }),
  };
}
