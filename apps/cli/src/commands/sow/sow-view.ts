import { formatDuration, formatMoney, type Sow, type SowPrice } from "@cimpro/domain";
import { type Block, facts, left, right } from "../../terminal/block.ts";

export type PricedSow = Sow & { readonly price: Omit<SowPrice, "trace"> & { readonly deposit: number } };

/** A SOW, as people read it: what it says and what it costs. */
export const sowView = (sow: PricedSow): readonly Block[] => [
  facts(
    ["SOW", sow.id],
    ["Deliverable", sow.deliverable],
    ["Account", sow.account],
    ["Scope", sow.scope],
    ["Lead time", sow.leadTime],
    ["Rush by", sow.rushBy],
    ["Expedited by", sow.expeditedBy],
    ["Issued on", sow.issuedOn],
    ["Valid until", sow.state === "issued" ? sow.validUntil : null],
    ["State", stateOf(sow)],
    ["Seal", sow.seal],
  ),
  {
    kind: "table",
    columns: [left("Phase"), right("Estimate")],
    rows: sow.estimates.map(({ phase, minutes }) => [phase, formatDuration(minutes)]),
  },
  priceTable(sow.price),
];

/** Labor and premium with their rates, the total, and what of it is due as a deposit. */
export const priceTable = ({
  lines,
  total,
  deposit = 0,
  currency,
}: Omit<PricedSow["price"], "deposit" | "labor" | "premium"> & {
  readonly deposit?: number;
}): Block => ({
  kind: "table",
  columns: [left("Line"), right("Time"), right("Per hour"), right("Amount")],
  rows: [
    ...lines.map(({ kind, minutes, ratePerHour, amount }) => [
      kind,
      formatDuration(minutes),
      formatMoney(ratePerHour, currency),
      formatMoney(amount, currency),
    ]),
    ["total", "", "", formatMoney(total, currency)],
    ...(deposit === 0 ? [] : [["deposit, due at approval", "", "", formatMoney(deposit, currency)]]),
  ],
});

const stateOf = ({ state, approvedOn, approvedBy }: Sow): string =>
  state === "approved" ? `approved on ${approvedOn} by ${approvedBy}` : state;
