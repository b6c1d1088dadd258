import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { endedView } from "./deliverable-view.ts";

/** `cimpro deliverable cancel` */
export const cancelCommand = (shell: Shell) =>
  verb("cancel", {
    summary: "give work up, with a reason",
    final: "Work that is given up is not taken up again.",
    details:
      "Gives work up as of today. It closes once its open time is billed or written off; what is left of its deposit is then credited.",
    examples: ['cimpro deliverable cancel erp-sync-mapping --account acme-tools --reason "The ERP is replaced"'],
    rules: ["DLV-3"],
  })
    .argument("<deliverable>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--reason <text>", "why")
    .action(async (deliverable, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.deliverable.cancel.mutate({ deliverable, ...options }), endedView);
    });
