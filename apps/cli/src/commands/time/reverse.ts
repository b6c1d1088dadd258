import { asWhole } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { entryFacts } from "./entry-view.ts";

/** `cimpro time reverse` */
export const reverseCommand = (shell: Shell) =>
  verb("reverse", {
    summary: "take a time entry back as never worked",
    details: "Takes a time entry back as never worked; it stays readable. What was invoiced of it is credited.",
    examples: ['cimpro time reverse 018e0be8-f400-8f53-bd64-47d680e532da --account acme-tools --reason "Logged twice"'],
    rules: ["INV-3"],
  })
    .argument("<entry>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .option("--reason <text>", "why")
    .option("--expected-version <n>", "refuse if someone changed it since this version", asWhole(1))
    .action(async (entry, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.time.reverse.mutate({ entry, ...options }), (reversed) => [
        entryFacts(reversed.entry),
        ...(reversed.creditMemos.length === 0 ? [] : [line(`Credited with ${reversed.creditMemos.join(", ")}.`)]),
      ]);
    });
