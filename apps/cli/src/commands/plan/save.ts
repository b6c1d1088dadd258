import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { asDone, changesOf, connectOption, projectOption } from "./project-options.ts";
import { savedPlanView } from "./saved-plan-view.ts";

/** `cimpro plan save` */
export const saveCommand = (shell: Shell) =>
  verb("save", {
    summary: "keep the plan of an account's project, or change it",
    details:
      "Keeps what the plan of a project follows from, in the options of the calculator. With the --id of a plan on the books it changes that one; what is not stated stays.",
    examples: [
      "cimpro plan save --account acme-tools --ordered-on 2025-03-03",
      'cimpro plan save --account acme-tools --name "Move to SAP" --project erp-switch --ordered-on 2025-03-03',
      "cimpro plan save --account acme-tools --id move-to-sap --manager-changed",
    ],
    rules: ["IMPL-3", "IMPL-4", "IMPL-5", "IMPL-6"],
  })
    .requiredOption("--account <id>", "whose project it is")
    .option("--name <name>", "what the project is called (by its kind, unless stated)")
    .option("--id <id>", "a short name for commands (made of the name, unless stated)")
    .option("--ordered-on <date>", "the day of the order", asDay)
    .addOption(connectOption())
    .addOption(projectOption())
    .option("--new-software", "new software is bought")
    .option("--deployment", "something must be deployed")
    .option("--manager-changed", "the program or project manager changed")
    .option("--implementer-changed", "the lead implementer or an implementer changed")
    .addOption(
      new Option(
        "--nothing-changed",
        "nothing beyond what the kind of project implies, whatever was said before",
      ).conflicts(["newSoftware", "deployment", "managerChanged", "implementerChanged"]),
    )
    .option("--done <step=date>", "the day a step ended, such as S1.2=2025-03-12; once for each step", asDone)
    .action(async ({ newSoftware, deployment, managerChanged, implementerChanged, nothingChanged, ...options }) => {
      const changed = changesOf({ newSoftware, deployment, managerChanged, implementerChanged });
      const stated = changed.length > 0 || nothingChanged ? { changed } : {};
      const client = await shell.client("write");
      await shell.answer(await client.plan.save.mutate({ ...options, ...stated }), savedPlanView);
    });
