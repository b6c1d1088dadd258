import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { phaseBlocks } from "./phase-blocks.ts";

/** `cimpro phase back` */
export const backCommand = (shell: Shell) =>
  verb("back", {
    summary: "move a deliverable back a phase, with a reason",
    details: "Moves a deliverable back a phase. Everything that was stated stays on record.",
    examples: ['cimpro phase back --account acme-tools --deliverable erp-sync --reason "A gap in the plan"'],
    rules: ["PROC-7", "INV-5"],
  })
    .requiredOption("--account <id>", "whose work it is")
    .requiredOption("--deliverable <id>", "which work")
    .requiredOption("--reason <text>", "why")
    .option("--to <phase>", "the phase that is meant: refused if it is not the one before")
    .option("--on <date>", "when that was (today, unless stated)", asDay)
    .option("--override <reason>", "why, although work is stopped; for coordinators")
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.phase.back.mutate(options), phaseBlocks);
    });
