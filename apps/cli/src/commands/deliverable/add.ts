import { DeliverableKind } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import { repeated } from "../../arguments/repeated.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { deliverableFacts } from "./deliverable-view.ts";

/** `cimpro deliverable add` */
export const addCommand = (shell: Shell) =>
  verb("add", {
    summary: "add a deliverable to an account",
    examples: [
      'cimpro deliverable add --account acme-tools --name "ERP sync mapping"',
      'cimpro deliverable add --account acme-tools --name "Customer prices" --kind erp-sync-customization --parent erp-sync-mapping --begins-on 2025-03-03 --ends-on 2025-04-11 --critical-workflow "Product catalog"',
    ],
    rules: ["DLV-1", "DLV-6", "ALW-5", "PROC-5"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--name <name>", "what it is called")
    .option("--id <id>", "a short name for commands (made of the name, unless stated)")
    .addOption(kindOption())
    .option("--parent <id>", "the deliverable that it is part of")
    .option("--requirements <text>", "what is asked for")
    .option("--begins-on <date>", "when it is planned to begin", asDay)
    .option("--ends-on <date>", "when it is planned to end", asDay)
    .option("--draw-from-allowance", "its SOW time draws from allowances after its deposit")
    .option("--critical-workflow <name>", "one that it touches; may be stated several times", repeated(String))
    .action(async ({ criticalWorkflow, ...options }) => {
      const client = await shell.client("write");
      const added = await client.deliverable.add.mutate({ ...options, criticalWorkflows: criticalWorkflow });
      await shell.answer(added, (deliverable) => [deliverableFacts(deliverable)]);
    });

export const kindOption = () => new Option("--kind <kind>", "what kind of work it is").choices(DeliverableKind.options);
