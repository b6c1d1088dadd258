import { formatDuration, formatMoney, lastDayOf } from "@cimpro/domain";
import { type Block, facts, left, line, right } from "../../terminal/block.ts";

interface Run {
  readonly invoices: readonly {
    readonly number: string | null;
    readonly account: string;
    readonly kind: string;
    readonly period: { readonly start: string; readonly end: string } | null;
    readonly currency: string;
    readonly total: number;
    readonly minutes: number;
  }[];
  readonly closedPeriods: number;
  readonly minutes: Readonly<Record<"deposit" | "allowance" | "invoiced" | "held" | "nonBillable", number>>;
  /** A server before this version does not say it. */
  readonly parked?: readonly { readonly message: string }[];
  readonly later?: readonly { readonly account: string; readonly today: string }[];
}

/** What a billing run issued, or would. */
export const runView = ({ invoices, closedPeriods, minutes, parked = [], later = [] }: Run): readonly Block[] => [
  {
    kind: "table",
    columns: [left("Invoice"), left("Account"), left("For"), left("Period"), right("Time"), right("Total")],
    rows: invoices.map((each) => [
      each.number ?? "draft",
      each.account,
      each.kind,
      spanOf(each.period),
      formatDuration(each.minutes),
      formatMoney(each.total, each.currency),
    ]),
    empty: "Nothing to invoice.",
  },
  facts(
    ["Periods closed", String(closedPeriods)],
    ["Covered by deposits", shown(minutes.deposit)],
    ["Covered by allowances", shown(minutes.allowance)],
    ["Invoiced", shown(minutes.invoiced)],
    ["Held", shown(minutes.held)],
    ["Non-billable", shown(minutes.nonBillable)],
  ),
  // Last, so that it is what stands above the prompt.
  ...later.map(({ account, today }) =>
    line(`${account} is left for a later run: there it is ${today} still (INV-1)`, "quiet"),
  ),
  ...parked.map(({ message }) => line(`${message} (INV-4)`, "bad")),
];

const shown = (minutes: number): string | null => (minutes === 0 ? null : formatDuration(minutes));

/** A period with its last day, as people say it. */
export const spanOf = (period: { readonly start: string; readonly end: string } | null): string =>
  period === null ? "" : `${period.start} to ${lastDayOf(period)}`;
