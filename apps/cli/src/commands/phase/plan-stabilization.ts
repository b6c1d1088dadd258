import { asWhole } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { phaseBlocks } from "./phase-blocks.ts";

/** `cimpro phase plan-stabilization` */
export const planStabilizationCommand = (shell: Shell) =>
  verb("plan-stabilization", {
    summary: "plan how long a deliverable stays in stabilization",
    details:
      "Plans the days of stabilization by complexity and usage; else those of the policy count. A person still closes it.",
    examples: ["cimpro phase plan-stabilization --account acme-tools --deliverable erp-sync --days 30"],
    rules: ["PROC-6"],
  })
    .requiredOption("--account <id>", "whose work it is")
    .requiredOption("--deliverable <id>", "which work")
    .requiredOption("--days <days>", "how many, from the day it enters stabilization", asWhole(0))
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.phase.planStabilization.mutate(options), phaseBlocks);
    });
