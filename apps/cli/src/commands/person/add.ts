import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { personFacts } from "./person-view.ts";

/** `cimpro person add` */
export const addCommand = (shell: Shell) =>
  verb("add", {
    summary: "put one of the customer's people on the books",
    examples: [
      'cimpro person add --account acme-tools --name "Ann Lee" --email ann@acme.example',
      'cimpro person add --account acme-tools --name "Ben Ode" --contractor',
    ],
    rules: ["ROLE-2"],
  })
    .requiredOption("--account <id>", "whose they are")
    .requiredOption("--name <name>", "what they are called")
    .option("--email <address>", "where to reach them")
    .option("--contractor", "they are no employee of the customer")
    .option("--id <id>", "a short name for commands (made of the name, unless stated)")
    .action(async ({ contractor, ...options }) => {
      const employment = contractor ? ("contractor" as const) : ("employee" as const);
      const client = await shell.client("write");
      await shell.answer(await client.person.add.mutate({ ...options, employment }), (person) => [personFacts(person)]);
    });
