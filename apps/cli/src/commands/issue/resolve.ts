import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { findingView } from "../punch-list/finding-view.ts";

/** `cimpro issue resolve` */
export const resolveCommand = (shell: Shell) =>
  verb("resolve", {
    summary: "end an issue",
    details: "Ends an issue: it is done, or withdrawn.",
    examples: ['cimpro issue resolve erp-sync-issue-1 --account acme-tools --note "An index was missing"'],
    rules: ["PROC-6"],
  })
    .argument("<finding>", "its id")
    .requiredOption("--account <id>", "whose work it is")
    .option("--withdrawn", "it was none, or no longer matters")
    .option("--note <text>", "what was done, or why it is withdrawn")
    .option("--on <date>", "when (today, unless stated)", asDay)
    .action(async (finding, { withdrawn, ...options }) => {
      const client = await shell.client("write");
      const state = withdrawn === true ? ("withdrawn" as const) : ("done" as const);
      await shell.answer(await client.issue.resolve.mutate({ finding, state, ...options }), findingView);
    });
