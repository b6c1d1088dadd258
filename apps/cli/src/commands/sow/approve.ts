import { formatMoney } from "@cimpro/domain";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts } from "../../terminal/block.ts";
import { sowView } from "./sow-view.ts";

/** `cimpro sow approve` */
export const approveCommand = (shell: Shell) =>
  verb("approve", {
    summary: "put the budget holder's approval on record, and invoice the deposit",
    details:
      "Puts the approval of the customer's budget holder on record: the SOW is sealed and never changes, and its deposit is invoiced.",
    examples: [
      'cimpro sow approve --account acme-tools --deliverable erp-sync-mapping --by "Pat Doe"',
      "cimpro sow approve --account acme-tools --deliverable erp-sync-mapping --sow erp-sync-mapping-sow-2 --on 2025-03-05",
    ],
    rules: ["DLV-2", "DLV-3", "PROC-1", "ROLE-5", "INV-2", "LEAD-7"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what it is for")
    .option("--sow <id>", "the one that was looked at (the last one, unless stated)")
    .option("--by <name>", "who approved it (the account's one program manager, unless stated)")
    .option("--on <date>", "when (today, unless stated)", asDay)
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.sow.approve.mutate(options), ({ sow, invoice }) => [
        ...sowView(sow),
        facts([
          "Deposit invoice",
          invoice === null ? null : `${invoice.number}, ${formatMoney(invoice.total, invoice.currency)}`,
        ]),
      ]);
    });
