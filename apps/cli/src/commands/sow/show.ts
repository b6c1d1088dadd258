import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts } from "../../terminal/block.ts";
import { sowView } from "./sow-view.ts";

/** `cimpro sow show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "the SOW of a deliverable with its price",
    examples: ["cimpro sow show --account acme-tools --deliverable erp-sync-mapping"],
    rules: ["DLV-2", "RATE-3"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what it is for")
    .option("--sow <id>", "another than the approved or the last one")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.sow.show.query(options), ({ sow, invoice }) => [
        ...sowView(sow),
        facts(["Deposit invoice", invoice === null ? null : `${invoice.number}, ${invoice.status}`]),
      ]);
    });
