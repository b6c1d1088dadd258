import { EvidenceGiver } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { phaseBlocks } from "./phase-blocks.ts";

/** `cimpro phase record` */
export const recordCommand = (shell: Shell) =>
  verb("record", {
    summary: "state that a gate's condition holds",
    details:
      "States that a condition of the present phase holds: in your own name, or, as a coordinator, for whoever said so. It is no phase change, so it is taken while work is stopped too.",
    examples: [
      'cimpro phase record plan-written --account acme-tools --deliverable erp-sync --what "https://plans.example/7" --person Dan',
      'cimpro phase record customer-approved --account acme-tools --deliverable erp-sync --what "By phone" --person "Pam Field"',
      'cimpro phase record deployment-scheduled --account acme-tools --deliverable erp-sync --what "Night window" --deployment-on 2025-04-01',
    ],
    rules: ["PROC-2", "PROC-4", "PROC-7", "ROLE-5", "LEAD-7"],
  })
    .argument("<condition>", "its id; phase show and process show list them")
    .requiredOption("--account <id>", "whose work it is")
    .requiredOption("--deliverable <id>", "which work")
    .requiredOption("--what <text>", "what shows it: a link, an outcome, who was told")
    .addOption(new Option("--by <giver>", "in which role it is given").choices(EvidenceGiver.options))
    .option("--person <name>", "who said so (you, unless stated)")
    .option("--on <date>", "when that was (today, unless stated)", asDay)
    .option("--deployment-on <date>", "the day for which the deployment is scheduled", asDay)
    .action(async (condition, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.phase.record.mutate({ condition, ...options }), (answer) => [
        ...phaseBlocks(answer),
        ...(answer.premium === null
          ? []
          : [line(`The premium is ${answer.premium.state}: ${answer.premium.settlement.outcome}.`)]),
        ...answer.creditMemos.map(({ number }) => line(`Issued ${number}.`)),
      ]);
    });
