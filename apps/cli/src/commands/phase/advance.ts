import type { PhaseMove } from "@cimpro/domain";
import { asDay, asWhole } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, line } from "../../terminal/block.ts";
import { daysWords, phaseBlocks } from "./phase-blocks.ts";

/** `cimpro phase advance` */
export const advanceCommand = (shell: Shell) =>
  verb("advance", {
    summary: "move a deliverable into the next phase",
    details:
      "Moves a deliverable into the next phase. What its gates lack is told condition by condition; while work is stopped it takes a coordinator's reason. Entering long-term support ends the deliverable and lists it as a customization.",
    examples: [
      "cimpro phase advance --account acme-tools --deliverable erp-sync",
      "cimpro phase advance --account acme-tools --deliverable erp-sync --stabilization-days 30",
    ],
    rules: ["PROC-1", "PROC-2", "PROC-3", "PROC-4", "PROC-5", "PROC-6", "PROC-7", "PROC-8", "INV-5"],
  })
    .requiredOption("--account <id>", "whose work it is")
    .requiredOption("--deliverable <id>", "which work")
    .option("--to <phase>", "the phase that is meant: refused if it is not the next")
    .option("--on <date>", "when that was (today, unless stated)", asDay)
    .option("--override <reason>", "why, although work is stopped; for coordinators")
    .option("--reason <reason>", "why, before the planned days of stabilization are over")
    .option("--stabilization-days <days>", "plan how long stabilization takes", asWhole(0))
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.phase.advance.mutate(options), (answer) => [
        ...earlyLine(answer.history.at(-1)),
        ...phaseBlocks(answer),
        ...answer.creditMemos.map(({ number }) => line(`Issued ${number}.`)),
      ]);
    });

/** That stabilization was left before its planned days, and why. */
const earlyLine = (move: PhaseMove | undefined): readonly Block[] =>
  move?.daysEarly === undefined
    ? []
    : [line(`Stabilization was left ${daysWords(move.daysEarly)} before its planned end: ${move.reason ?? ""}`, "bad")];
