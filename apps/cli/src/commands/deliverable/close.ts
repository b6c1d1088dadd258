import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { endedView } from "./deliverable-view.ts";

/** `cimpro deliverable close` */
export const closeCommand = (shell: Shell) =>
  verb("close", {
    summary: "end work that no phase holds any more",
    details:
      "Ends work without an approved SOW, or whose process has ended. It closes once its SOW time is billed or written off; what is left of its deposit is then credited.",
    examples: ["cimpro deliverable close erp-sync-mapping --account acme-tools"],
    rules: ["DLV-3", "PROC-6"],
  })
    .argument("<deliverable>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .action(async (deliverable, { account }) => {
      const client = await shell.client("write");
      await shell.answer(await client.deliverable.close.mutate({ account, deliverable }), endedView);
    });
