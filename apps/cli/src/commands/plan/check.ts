import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { asStep } from "./project-options.ts";
import { savedPlanView } from "./saved-plan-view.ts";

/** `cimpro plan check` */
export const checkCommand = (shell: Shell) =>
  verb("check", {
    summary: "tick off an item of a step's checklist",
    details:
      "Ticks off an item of a step's checklist. The built-in policy has the checklists that the source names, one item each; a practice adds its own items under implementation.checklists of its policy.",
    examples: [
      "cimpro plan check S1.2 erp-sync-pre-install-checklist --account acme-tools",
      "cimpro plan check S1.2 erp-sync-pre-install-checklist --account acme-tools --undo",
    ],
    rules: ["IMPL-2"],
  })
    .argument("<step>", "the step's id, such as S1.2", asStep)
    .argument("<item>", "the item's id")
    .requiredOption("--account <id>", "whose plan it is")
    .option("--plan <id>", "which plan (the only one, unless stated)")
    .option("--on <date>", "the day it was done (today, unless stated)", asDay)
    .option("--undo", "it is open after all")
    .action(async (step, item, { undo, ...options }) => {
      const client = await shell.client("write");
      const checked = await client.plan.check.mutate({ ...options, step, item, undo: undo === true });
      await shell.answer(checked, savedPlanView);
    });
