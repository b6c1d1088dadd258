import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { findingView } from "../punch-list/finding-view.ts";

/** `cimpro issue report` */
export const reportCommand = (shell: Shell) =>
  verb("report", {
    summary: "report an issue of what is live",
    details: "Reports an issue of what went live. While it is open the work stays in stabilization.",
    examples: ['cimpro issue report --account acme-tools --deliverable erp-sync --what "Slow on Mondays"'],
    rules: ["PROC-6"],
  })
    .requiredOption("--account <id>", "whose work it is")
    .requiredOption("--deliverable <id>", "which work")
    .requiredOption("--what <text>", "what was found")
    .option("--on <date>", "when (today, unless stated)", asDay)
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.issue.report.mutate(options), findingView);
    });
