import { asDay, asMinutesOrNone } from "../../arguments/parse.ts";
import { usage } from "../../failure/failure.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { changeOrderFacts, consequenceTable } from "./change-order-view.ts";

/** `cimpro change-order preview` */
export const previewCommand = (shell: Shell) =>
  verb("preview", {
    summary: "what would follow from a change order: price, dates, guarantee",
    details:
      "What would follow from a change order that was proposed, or from one that is only thought of: the new price, the new dates, and what becomes of the guarantee of the lead time.",
    examples: [
      "cimpro change-order preview erp-sync-mapping-co-1 --account acme-tools",
      "cimpro change-order preview --account acme-tools --deliverable erp-sync-mapping --minutes 8h --on 2025-03-10",
    ],
    rules: ["DLV-4", "LEAD-5", "RATE-3"],
  })
    .argument("[change-order]", "one that was proposed")
    .requiredOption("--account <id>", "whose it is")
    .option("--deliverable <id>", "what one would change that is only thought of")
    .option("--minutes <minutes>", "what it would add: 90, or 1h30", asMinutesOrNone)
    .option("--new-expedited-by <date>", "a new expedited date", asDay)
    .option("--new-rush-by <date>", "a new rush date; for rush both dates or none", asDay)
    .option("--on <date>", "the day of its approval (today, unless stated)", asDay)
    .action(async (changeOrder, options) => {
      if ((changeOrder === undefined) === (options.deliverable === undefined))
        throw usage("Name a change order, or --deliverable with what would change.");
      const client = await shell.client("read");
      const preview = await client.changeOrder.preview.query({ changeOrder, ...options });
      await shell.answer(preview, ({ changeOrder: proposed, consequence }) => [
        ...(proposed === null ? [] : [changeOrderFacts(proposed)]),
        ...consequenceTable(consequence),
      ]);
    });
