import { formatDuration } from "@cimpro/domain";
import { asMinutes, asWhole } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { entryFacts } from "./entry-view.ts";

/** `cimpro time write-off` */
export const writeOffCommand = (shell: Shell) =>
  verb("write-off", {
    summary: "give up open minutes: recorded, never invoiced",
    examples: [
      'cimpro time write-off 018e0be8-f400-8f53-bd64-47d680e532da --account acme-tools --reason "Goodwill"',
      'cimpro time write-off 018e0be8-f400-8f53-bd64-47d680e532da --account acme-tools --minutes 30 --reason "Rework"',
    ],
    rules: ["ALW-8", "DLV-5"],
  })
    .argument("<entry>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--reason <text>", "why these minutes are not billed")
    .option("--minutes <minutes>", "how many (all that are open, unless stated)", asMinutes)
    .option("--expected-version <n>", "refuse if someone changed it since this version", asWhole(1))
    .action(async (entry, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.time.writeOff.mutate({ entry, ...options }), (writtenOff) => [
        line(`${formatDuration(writtenOff.minutes)} written off.`),
        entryFacts(writtenOff.entry),
      ]);
    });
