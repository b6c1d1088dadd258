import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { asHat } from "./as-hat.ts";
import { personFacts, standingLines } from "./person-view.ts";

/** `cimpro person assign` */
export const assignCommand = (shell: Shell) =>
  verb("assign", {
    summary: "give a person a hat, with the answers to its three questions",
    details:
      "Gives a person a hat. As soon as one of the three questions is answered, or --asserted-by says that somebody answered, those left out are answered with no; without any of them nobody has answered yet. Said again, the later answers count.",
    examples: [
      "cimpro person assign ann-lee program-manager --account acme-tools --gets-it --wants-it --has-capacity",
      'cimpro person assign ben-ode lead-implementer --account acme-tools --gets-it --asserted-by "Dana Reyes"',
      "cimpro person assign ben-ode lead-project-manager --account acme-tools --plan move-to-sap",
    ],
    rules: ["ROLE-1", "ROLE-2", "ROLE-3"],
  })
    .argument("<person>", "their id")
    .argument("<hat>", "its id, such as program-manager", asHat)
    .requiredOption("--account <id>", "whose they are")
    .option("--plan <id>", "in this project only (in the whole program, unless stated)")
    .option("--gets-it", "they get what it takes")
    .option("--wants-it", "they want to")
    .option("--has-capacity", "they have the time and the ability")
    .option("--asserted-by <name>", "who says so (you, unless stated)")
    .option("--asserted-on <date>", "when they said so (today, unless stated)", asDay)
    .action(async (person, hat, { account, plan, getsIt, wantsIt, hasCapacity, assertedBy, assertedOn }) => {
      const said = [getsIt, wantsIt, hasCapacity, assertedBy, assertedOn].some((each) => each !== undefined);
      const answers = said
        ? {
            getsIt: getsIt === true,
            wantsIt: wantsIt === true,
            hasCapacity: hasCapacity === true,
            assertedBy,
            assertedOn,
          }
        : null;
      const client = await shell.client("write");
      const assigned = await client.person.assign.mutate({ account, person, hat, plan: plan ?? null, answers });
      await shell.answer(assigned, (answer) => [personFacts(answer.person), ...standingLines(answer.standing)]);
    });
