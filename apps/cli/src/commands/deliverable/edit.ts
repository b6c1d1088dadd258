import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import { repeated } from "../../arguments/repeated.ts";
import { usage } from "../../failure/failure.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { kindOption } from "./add.ts";
import { deliverableFacts } from "./deliverable-view.ts";

/** `cimpro deliverable edit` */
export const editCommand = (shell: Shell) =>
  verb("edit", {
    summary: "change what is said of a deliverable",
    details: "Changes what is said of a deliverable that is not closed. What its approved SOW says never changes.",
    examples: [
      "cimpro deliverable edit erp-sync-mapping --account acme-tools --kind erp-sync-customization",
      "cimpro deliverable edit erp-sync-mapping --account acme-tools --no-parent --draw-from-allowance",
    ],
    rules: ["DLV-1", "DLV-2", "ALW-5", "PROC-5"],
  })
    .argument("<deliverable>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .option("--name <name>", "what it is called")
    .addOption(kindOption())
    .option("--parent <id>", "the deliverable that it is part of")
    .addOption(new Option("--no-parent", "it is part of no other").default(undefined))
    .option("--requirements <text>", "what is asked for")
    .option("--begins-on <date>", "when it is planned to begin", asDay)
    .option("--ends-on <date>", "when it is planned to end", asDay)
    .option("--draw-from-allowance", "its SOW time draws from allowances after its deposit")
    .option("--no-draw-from-allowance", "it does not")
    .option("--critical-workflow <name>", "all that it touches; may be stated several times", repeated(String))
    .action(async (deliverable, { account, criticalWorkflow, parent, ...options }) => {
      const changes = {
        ...options,
        ...(parent === undefined ? {} : { parent: typeof parent === "string" ? parent : null }),
        ...(criticalWorkflow === undefined ? {} : { criticalWorkflows: criticalWorkflow }),
      };
      if (Object.values(changes).every((each) => each === undefined)) throw usage("Say what is to change.");
      const client = await shell.client("write");
      const edited = await client.deliverable.edit.mutate({ account, deliverable, ...changes });
      await shell.answer(edited, (each) => [deliverableFacts(each)]);
    });
