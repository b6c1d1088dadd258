import { ProductItemKind } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { itemView } from "./item-view.ts";

/** `cimpro product-item report` */
export const reportCommand = (shell: Shell) =>
  verb("report", {
    summary: "report a building block or a bug to the product team",
    details:
      "Reports a building block that a deliverable needs, or a bug that was found, to the product team. One that blocks a deliverable stops its lead-time clock until it is deployed or rejected.",
    examples: [
      'cimpro product-item report --account acme-tools --title "Cart API" --kind building-block --deliverable erp-sync --blocks',
      'cimpro product-item report --account acme-tools --title "Totals differ by a cent" --kind bug',
    ],
    rules: ["PROD-1", "PROD-2", "LEAD-6"],
  })
    .requiredOption("--account <id>", "whose work it concerns")
    .requiredOption("--title <text>", "what it is")
    .addOption(new Option("--kind <kind>", "what sort it is").choices(ProductItemKind.options).makeOptionMandatory())
    .option("--description <text>", "more about it")
    .option("--deliverable <id>", "what it was found in or is needed for")
    .option("--blocks", "the deliverable cannot go on without it")
    .option("--on <date>", "the day it was reported (today, unless stated)", asDay)
    .option("--id <uuid>", "the item's own id, so that saying it twice is harmless")
    .action(async ({ blocks, ...options }) => {
      const client = await shell.client("write");
      await shell.answer(await client.productItem.report.mutate({ ...options, blocks: blocks === true }), itemView);
    });
