import { formatDuration } from "@cimpro/domain";
import { type Block, facts, line } from "../../terminal/block.ts";

interface Entry {
  readonly id: string;
  readonly account: string;
  readonly deliverable: string | null;
  readonly worker: string;
  readonly on: string;
  readonly minutes: number;
  readonly note: string;
  readonly billable: boolean;
  readonly settledElsewhere: boolean;
  readonly package: string | null;
  readonly openMinutes: number;
  readonly reversedOn: string | null;
  readonly slices: readonly { readonly kind: string; readonly minutes: number; readonly invoice?: string }[];
}

/** One entry, as people read it. */
export const entryFacts = (entry: Entry): Block =>
  facts(
    ["Entry", entry.id],
    ["Account", entry.account],
    ["Deliverable", entry.deliverable],
    ["Worker", entry.worker],
    ["On", entry.on],
    ["Time", formatDuration(entry.minutes)],
    ["Note", entry.note],
    ["State", stateOf(entry)],
  );

/** What became of an entry, in a few words. */
export function stateOf(entry: Entry): string {
  if (entry.reversedOn !== null) return `reversed on ${entry.reversedOn}`;
  if (entry.package !== null) return `package ${entry.package}`;
  if (!entry.billable) return "non-billable";
  if (entry.settledElsewhere) return "settled elsewhere";
  const parts = entry.slices.map(({ kind, minutes, invoice }) => `${formatDuration(minutes)} ${invoice ?? kind}`);
  const open = entry.openMinutes === 0 ? [] : [`${formatDuration(entry.openMinutes)} open`];
  return [...open, ...parts].join(", ");
}

/** The month of the package that the time counts in; over the cap with the upgrade that would cover it (PKG-7). */
export const packageMonthBlocks = (month: {
  readonly subscription: string;
  readonly capMinutes: number;
  readonly usedMinutes: number;
  readonly over: { readonly message: string; readonly clause: string } | null;
}): readonly Block[] => [
  facts([
    `Package ${month.subscription}`,
    `${formatDuration(month.usedMinutes)} of ${formatDuration(month.capMinutes)} this month`,
  ]),
  ...(month.over === null ? [] : [line(`${month.over.message} (${month.over.clause})`, "bad")]),
];
