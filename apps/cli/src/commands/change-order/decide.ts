import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { changeOrderFacts, consequenceTable } from "./change-order-view.ts";

const by = ["--by <name>", "who decided (the account's one program manager, unless stated)"] as const;
const on = ["--on <date>", "when (today, unless stated)", asDay] as const;

/** `cimpro change-order approve` */
export const approveCommand = (shell: Shell) =>
  verb("approve", {
    summary: "put the budget holder's approval on record; held time is released",
    examples: ['cimpro change-order approve erp-sync-mapping-co-1 --account acme-tools --by "Pat Doe"'],
    rules: ["DLV-4", "DLV-5", "LEAD-5", "ROLE-5"],
  })
    .argument("<change-order>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .option(...by)
    .option(...on)
    .action(async (changeOrder, options) => {
      const client = await shell.client("write");
      const approved = await client.changeOrder.approve.mutate({ changeOrder, ...options });
      await shell.answer(approved, (answer) => [
        changeOrderFacts(answer.changeOrder),
        ...consequenceTable(answer.consequence, true),
      ]);
    });

/** `cimpro change-order decline` */
export const declineCommand = (shell: Shell) =>
  verb("decline", {
    summary: "put the budget holder's refusal on record, with its reason",
    examples: ['cimpro change-order decline erp-sync-mapping-co-1 --account acme-tools --reason "Next year"'],
    rules: ["DLV-4", "ROLE-5"],
  })
    .argument("<change-order>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--reason <text>", "why")
    .option(...by)
    .option(...on)
    .action(async (changeOrder, options) => {
      const client = await shell.client("write");
      const declined = await client.changeOrder.decline.mutate({ changeOrder, ...options });
      await shell.answer(declined, (answer) => [changeOrderFacts(answer.changeOrder)]);
    });
