import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { phaseBlocks } from "./phase-blocks.ts";

/** `cimpro phase show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "where a deliverable is, what its gates have, and what they lack",
    details:
      "Where a deliverable is in the process: for each gate what was stated, by whom and when; what is missing and who can give it; and whether advancing would succeed today.",
    examples: ["cimpro phase show --account acme-tools --deliverable erp-sync"],
    rules: ["PROC-1", "PROC-2", "PROC-3", "PROC-4", "PROC-5", "PROC-6", "PROC-7"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "which work")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.phase.show.query(options), phaseBlocks);
    });
