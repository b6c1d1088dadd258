import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { savedPlanView } from "./saved-plan-view.ts";

/** `cimpro plan show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "a plan on the books with target, forecast, slip and checklists",
    examples: [
      "cimpro plan show --account acme-tools",
      "cimpro plan show --account acme-tools --plan move-to-sap --today 2025-04-01 --explain",
    ],
    rules: ["IMPL-1", "IMPL-2", "IMPL-3", "IMPL-4", "IMPL-5", "IMPL-6"],
  })
    .requiredOption("--account <id>", "whose plan it is")
    .option("--plan <id>", "which plan (the only one, unless stated)")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.plan.show.query(options), savedPlanView);
    });
