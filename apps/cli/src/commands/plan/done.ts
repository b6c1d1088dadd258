import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { asStep } from "./project-options.ts";
import { savedPlanView } from "./saved-plan-view.ts";

/** `cimpro plan done` */
export const doneCommand = (shell: Shell) =>
  verb("done", {
    summary: "state that a step ended, and see what follows",
    examples: [
      "cimpro plan done S1.2 --account acme-tools --on 2025-03-12",
      "cimpro plan done S1.2 --account acme-tools --plan move-to-sap --undo",
    ],
    rules: ["IMPL-4"],
  })
    .argument("<step>", "its id, such as S1.2", asStep)
    .requiredOption("--account <id>", "whose plan it is")
    .option("--plan <id>", "which plan (the only one, unless stated)")
    .option("--on <date>", "the day it ended (today, unless stated)", asDay)
    .option("--undo", "it is not done after all")
    .action(async (step, { undo, ...options }) => {
      const client = await shell.client("write");
      await shell.answer(await client.plan.done.mutate({ ...options, step, undo: undo === true }), savedPlanView);
    });
