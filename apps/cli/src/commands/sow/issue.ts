import { LeadTime } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asCents, asDay, asWhole } from "../../arguments/parse.ts";
import { asPhaseEstimate } from "../../arguments/phase-estimate.ts";
import { repeated } from "../../arguments/repeated.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { sowView } from "./sow-view.ts";

/** `cimpro sow issue` */
export const issueCommand = (shell: Shell) =>
  verb("issue", {
    summary: "issue a SOW for a deliverable, at the rate of its issue day",
    details:
      "Issues a SOW with the deliverable's requirements and estimates, or those stated here, at the standard rate of its issue day. One that was not approved yet is replaced by it.",
    examples: [
      "cimpro sow issue --account acme-tools --deliverable erp-sync-mapping --deposit 250000",
      "cimpro sow issue --account acme-tools --deliverable erp-sync-mapping --phase-estimate discovery=4h --phase-estimate implementation=24h --lead-time rush --rush-by 2025-03-14 --expedited-by 2025-03-21",
    ],
    rules: ["DLV-2", "RATE-3", "LEAD-1", "LEAD-2", "LEAD-7"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what it is for")
    .option("--scope <text>", "what will be done (its requirements, unless stated)")
    .option(
      "--phase-estimate <phase=duration>",
      "discovery=4h; may be stated several times (its own estimates, unless stated)",
      repeated(asPhaseEstimate),
    )
    .addOption(new Option("--lead-time <lead-time>", "how soon it is promised").choices(LeadTime.options))
    .option("--expedited-by <date>", "the expedited date; for expedited and rush", asDay)
    .option("--rush-by <date>", "the rush date; for rush only", asDay)
    .option("--deposit <cents>", "money on it, invoiced when it is approved (none, unless stated)", asCents)
    .option("--valid-days <days>", "for how many days it can be approved (the policy's, unless stated)", asWhole(1))
    .option("--on <date>", "its issue day (today, unless stated)", asDay)
    .action(async ({ phaseEstimate, ...options }) => {
      const client = await shell.client("write");
      const issued = await client.sow.issue.mutate({ ...options, estimates: phaseEstimate });
      await shell.answer(issued, ({ sow, replaced }) => [
        ...sowView(sow),
        ...replaced.map((id) => line(`It replaces ${id}.`, "quiet")),
      ]);
    });
