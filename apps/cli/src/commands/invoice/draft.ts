import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts } from "../../terminal/block.ts";
import { runView } from "./run-view.ts";

/** `cimpro invoice draft` */
export const draftCommand = (shell: Shell) =>
  verb("draft", {
    summary: "what a billing run would issue, unsaved",
    details:
      'What a billing run would issue, unsaved, with a digest that "cimpro invoice run --expect" can be held to.',
    examples: [
      "cimpro invoice draft --through 2025-03-16",
      "cimpro invoice draft --through 2025-03-16 --account acme-tools --json",
    ],
    rules: ["INV-1", "INV-3", "INV-4", "RATE-5", "RATE-6"],
  })
    .requiredOption("--through <date>", "close every period whose last day is this day or before", asDay)
    .option("--account <id>", "of this account only")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.invoice.draft.query(options), (draft) => [
        ...runView(draft),
        facts(["Digest", draft.digest]),
      ]);
    });
