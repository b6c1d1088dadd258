import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { asHat } from "./as-hat.ts";
import { personFacts, standingLines } from "./person-view.ts";

/** `cimpro person unassign` */
export const unassignCommand = (shell: Shell) =>
  verb("unassign", {
    summary: "take a hat off a person",
    examples: ["cimpro person unassign ben-ode lead-implementer --account acme-tools"],
    rules: ["ROLE-1"],
  })
    .argument("<person>", "their id")
    .argument("<hat>", "its id, such as program-manager", asHat)
    .requiredOption("--account <id>", "whose they are")
    .option("--plan <id>", "the hat of this project (of the whole program, unless stated)")
    .action(async (person, hat, { account, plan }) => {
      const client = await shell.client("write");
      const taken = await client.person.unassign.mutate({ account, person, hat, plan: plan ?? null });
      await shell.answer(taken, (answer) => [personFacts(answer.person), ...standingLines(answer.standing)]);
    });
