import { formatDuration, formatMoney } from "@cimpro/domain";
import type { Client } from "../../client/client.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, type Column, facts, left, right } from "../../terminal/block.ts";
import { deliverableFacts } from "./deliverable-view.ts";

type Shown = Awaited<ReturnType<Client["deliverable"]["show"]["query"]>>;

/** `cimpro deliverable show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "everything about one: SOW, change orders, price, estimate against actual, deposit",
    examples: ["cimpro deliverable show erp-sync-mapping --account acme-tools"],
    rules: ["DLV-1", "DLV-2", "DLV-3", "DLV-4", "DLV-5", "LEAD-5"],
  })
    .argument("<deliverable>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .action(async (deliverable, { account }) => {
      const client = await shell.client("read");
      await shell.answer(await client.deliverable.show.query({ account, deliverable }), deliverableBlocks);
    });

const deliverableBlocks = (shown: Shown): readonly Block[] => [
  deliverableFacts(shown),
  facts(["Phase", shown.phase]),
  ...approvedBlocks(shown),
  {
    kind: "table",
    title: "Estimate against actual",
    columns: [left("Phase"), right("Estimate"), right("Actual")],
    rows: [
      ...shown.estimate.phases
        .filter(({ estimatedMinutes, actualMinutes }) => estimatedMinutes > 0 || actualMinutes > 0)
        .map((each) => [each.phase, formatDuration(each.estimatedMinutes), formatDuration(each.actualMinutes)]),
      ["total", formatDuration(shown.estimate.estimatedMinutes), formatDuration(shown.estimate.actualMinutes)],
    ],
  },
  ...listed("SOWs", [left("SOW"), left("State"), right("Time"), right("Total")], shown.sows, (sow) => [
    sow.id,
    sow.state,
    formatDuration(sow.minutes),
    formatMoney(sow.price.total, sow.price.currency),
  ]),
  ...listed(
    "Change orders",
    [left("Change order"), left("State"), right("Adds"), left("Scope")],
    shown.changeOrders,
    (order) => [order.id, order.state, formatDuration(order.minutes), order.scope],
  ),
  ...listed("Waits", [left("On"), left("From"), left("To"), left("What")], shown.waits, (wait) => [
    wait.whose,
    wait.from,
    wait.to ?? "…",
    wait.what,
  ]),
  ...listed("Parts", [left("Deliverable"), left("State"), left("Name")], shown.children, (part) => [
    part.id,
    part.state,
    part.name,
  ]),
];

function approvedBlocks({ approved, currency, premiumDecision, returnOutside }: Shown): readonly Block[] {
  if (approved === null) return [];
  const { deposit } = approved;
  const money = (amount: number) => formatMoney(amount, currency);
  return [
    facts(
      ["Approved", `${formatDuration(approved.minutes)} for ${money(approved.price.total)}`],
      ["Of change orders", approved.changeOrderMinutes === 0 ? null : formatDuration(approved.changeOrderMinutes)],
      ["Held", approved.heldMinutes === 0 ? null : formatDuration(approved.heldMinutes)],
      ["Rush by", approved.rushBy],
      ["Expedited by", approved.expeditedBy],
      ["Guarantee", approved.guarantee === "none" ? null : approved.guarantee],
      ["Premium", premiumDecision === null ? null : `${premiumDecision.settlement.outcome}, ${premiumDecision.state}`],
      ["Deposit", deposit.amount === 0 ? null : `${money(deposit.amount)}, ${money(deposit.left)} left`],
      ["To be returned outside", returnOutside === null ? null : money(returnOutside)],
      ["Deposit invoice", deposit.invoice === null ? null : `${deposit.invoice.number}, ${deposit.invoice.status}`],
    ),
  ];
}

/** A table, where there is something to list. */
const listed = <T>(
  title: string,
  columns: readonly Column[],
  items: readonly T[],
  row: (item: T) => readonly string[],
): readonly Block[] => (items.length === 0 ? [] : [{ kind: "table", title, columns, rows: items.map(row) }]);
