import { Option } from "@commander-js/extra-typings";
import { asDay, asDuration, asWhole } from "../../arguments/parse.ts";
import { usage } from "../../failure/failure.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { entryFacts, packageMonthBlocks } from "./entry-view.ts";

/** `cimpro time amend` */
export const amendCommand = (shell: Shell) =>
  verb("amend", {
    summary: "correct a time entry",
    details:
      "Changes what is stated and keeps the rest. A billed entry is reversed and a new one takes its place: what was invoiced is credited, what was covered returns to its grant.",
    examples: [
      "cimpro time amend 018e0be8-f400-8f53-bd64-47d680e532da --account acme-tools --duration 2h",
      'cimpro time amend 018e0be8-f400-8f53-bd64-47d680e532da --account acme-tools --general --note "Call"',
    ],
    rules: ["INV-3"],
  })
    .argument("<entry>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .option("--duration <duration>", "90m, 1h30, 1.5h or 1:30", asDuration)
    .option("--on <date>", "when", asDay)
    .option("--deliverable <id>", "what it was for")
    .addOption(new Option("--general", "it was general work").conflicts("deliverable"))
    .option("--worker <name>", "who worked")
    .option("--note <text>", "what was done")
    .option("--billable", "to be covered or invoiced")
    .addOption(new Option("--non-billable", "recorded, never invoiced").conflicts("billable"))
    .option("--package <subscription>", "it counts toward this labor package")
    .option("--no-package", "it counts toward no labor package: billed like other time")
    .option("--override <reason>", "although work is stopped, and say why")
    .option("--expected-version <n>", "refuse if someone changed it since this version", asWhole(1))
    .action(async (entry, { duration, general, billable, nonBillable, deliverable, package: counts, ...options }) => {
      const change = {
        ...options,
        minutes: duration,
        deliverable: general ? null : deliverable,
        package: counts === false ? null : counts,
        billable: billable ? true : nonBillable ? false : undefined,
      };
      const { account, override: _override, expectedVersion: _expectedVersion, ...said } = change;
      if (Object.values(said).every((value) => value === undefined))
        throw usage("Say what is to change, such as --duration 2h or --note.");
      const client = await shell.client("write");
      await shell.answer(await client.time.amend.mutate({ ...change, account, entry }), (amended) => [
        entryFacts(amended.entry),
        ...(amended.package === undefined ? [] : packageMonthBlocks(amended.package)),
        ...(amended.creditMemos.length === 0 ? [] : [line(`Credited with ${amended.creditMemos.join(", ")}.`)]),
      ]);
    });
