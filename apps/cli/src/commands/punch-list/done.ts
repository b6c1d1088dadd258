import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { findingView } from "./finding-view.ts";

/** `cimpro punch-list done` */
export const doneCommand = (shell: Shell) =>
  verb("done", {
    summary: "end a punch-list item",
    details: "Ends a punch-list item: it is done, or withdrawn.",
    examples: ['cimpro punch-list done erp-sync-punch-1 --account acme-tools --note "Rounded once"'],
    rules: ["PROC-4"],
  })
    .argument("<finding>", "its id")
    .requiredOption("--account <id>", "whose work it is")
    .option("--withdrawn", "it was none, or no longer matters")
    .option("--note <text>", "what was done, or why it is withdrawn")
    .option("--on <date>", "when (today, unless stated)", asDay)
    .action(async (finding, { withdrawn, ...options }) => {
      const client = await shell.client("write");
      const state = withdrawn === true ? ("withdrawn" as const) : ("done" as const);
      await shell.answer(await client.punchList.done.mutate({ finding, state, ...options }), findingView);
    });
