import { addDays, formatDuration } from "@cimpro/domain";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, left, line, right } from "../../terminal/block.ts";
import { packageWords } from "./subscription-view.ts";

/** `cimpro package usage` */
export const usageCommand = (shell: Shell) =>
  verb("usage", {
    summary: "what was used of each package's cap, month by month",
    details:
      "What was used of each package's cap in every billing month that began. Hours over the cap are recorded and never billed; beside them stands the upgrade that would cover them.",
    examples: [
      "cimpro package usage --account acme-tools",
      "cimpro package usage --account acme-tools --package guide --as-of 2025-03-31",
    ],
    rules: ["PKG-7"],
    takesAsOf: true,
  })
    .requiredOption("--account <id>", "whose they are")
    .option("--package <subscription>", "of this subscription only")
    .action(async ({ account, package: subscription }) => {
      const client = await shell.client("read");
      const { asOf } = shell.settings();
      const usage = await client.package.usage.query({ account, subscription, asOf });
      await shell.answer(usage, ({ items }) => items.flatMap(usageBlocks));
    });

function usageBlocks(item: {
  readonly id: string;
  readonly package: string;
  readonly units: number;
  readonly outsideMinutes: number;
  readonly months: readonly {
    readonly start: string;
    readonly end: string;
    readonly capMinutes: number;
    readonly usedMinutes: number;
    readonly remainingMinutes: number;
    readonly over: { readonly minutes: number; readonly message: string; readonly clause: string } | null;
  }[];
}): readonly Block[] {
  return [
    line(`${item.id}: ${packageWords(item)}`),
    {
      kind: "table",
      columns: [left("Month"), right("Cap"), right("Used"), right("Left"), right("Over")],
      rows: item.months.map(({ start, end, capMinutes, usedMinutes, remainingMinutes, over }) => [
        `${start} to ${addDays(end, -1)}`,
        ...[capMinutes, usedMinutes, remainingMinutes].map((minutes) => formatDuration(minutes)),
        over === null ? "" : formatDuration(over.minutes),
      ]),
    },
    ...item.months.flatMap(({ start, over }) =>
      over === null ? [] : [line(`Month of ${start}: ${over.message} (${over.clause})`, "bad")],
    ),
    ...(item.outsideMinutes === 0
      ? []
      : [line(`${formatDuration(item.outsideMinutes)} outside its span count toward no month.`, "bad")]),
  ];
}
