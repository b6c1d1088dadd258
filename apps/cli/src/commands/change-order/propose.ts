import { asDay, asMinutesOrNone } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { changeOrderFacts, consequenceTable } from "./change-order-view.ts";

/** `cimpro change-order propose` */
export const proposeCommand = (shell: Shell) =>
  verb("propose", {
    summary: "propose more minutes or new dates, and see what would follow",
    examples: [
      'cimpro change-order propose --account acme-tools --deliverable erp-sync-mapping --minutes 8h --scope "Price lists too"',
      "cimpro change-order propose --account acme-tools --deliverable erp-sync-mapping --minutes 90 --new-rush-by 2025-03-21 --new-expedited-by 2025-03-28",
    ],
    rules: ["DLV-4", "LEAD-5", "RATE-3"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what it changes")
    .option("--minutes <minutes>", "what it adds: 90, or 1h30", asMinutesOrNone)
    .option("--scope <text>", "what changes, and why")
    .option("--new-expedited-by <date>", "a new expedited date", asDay)
    .option("--new-rush-by <date>", "a new rush date; for rush both dates or none", asDay)
    .action(async (options) => {
      const client = await shell.client("write");
      const proposed = await client.changeOrder.propose.mutate(options);
      await shell.answer(proposed, ({ changeOrder, consequence }) => [
        changeOrderFacts(changeOrder),
        ...consequenceTable(consequence),
      ]);
    });
