import { Employment } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { personFacts } from "./person-view.ts";

/** `cimpro person edit` */
export const editCommand = (shell: Shell) =>
  verb("edit", {
    summary: "change a person, or say that they left",
    details: "Changes what is stated and keeps the rest. Whoever left wears no hat.",
    examples: [
      "cimpro person edit ann-lee --account acme-tools --email ann@acme.example",
      "cimpro person edit ann-lee --account acme-tools --left",
    ],
    rules: ["ROLE-2"],
  })
    .argument("<person>", "their id")
    .requiredOption("--account <id>", "whose they are")
    .option("--name <name>", "what they are called")
    .option("--email <address>", "where to reach them")
    .addOption(new Option("--employment <kind>", "how they work for the customer").choices(Employment.options))
    .option("--left", "they are no longer there")
    .addOption(new Option("--back", "they are there again").conflicts("left"))
    .action(async (person, { left, back, ...options }) => {
      const active = left ? false : back ? true : undefined;
      const client = await shell.client("write");
      await shell.answer(await client.person.edit.mutate({ ...options, person, active }), (edited) => [
        personFacts(edited),
      ]);
    });
