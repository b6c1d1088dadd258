import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { waitView } from "./wait-view.ts";

/** `cimpro wait start` */
export const startCommand = (shell: Shell) =>
  verb("start", {
    summary: "a deliverable waits from a day on",
    details:
      "Says that a deliverable waits for its customer or for the product team, from the day we asked or were blocked. Its lead-time clock stops: at once for the product team, after the days a customer has to respond for a customer.",
    examples: [
      'cimpro wait start --account acme-tools --deliverable erp-sync --whose client --what "Test data for the price lists"',
      'cimpro wait start --account acme-tools --deliverable erp-sync --whose product --what "Cart API" --from 2025-03-05',
    ],
    rules: ["LEAD-6", "PROD-2"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what waits")
    .addOption(
      new Option("--whose <whose>", "whom it waits for").choices(["client", "product"] as const).makeOptionMandatory(),
    )
    .requiredOption("--what <text>", "what was asked for")
    .option("--from <date>", "the day we asked or were blocked (today, unless stated)", asDay)
    .option("--product-item <id>", "the item of the product team that it waits for")
    .option("--id <uuid>", "the wait's own id, so that saying it twice is harmless")
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.wait.start.mutate(options), waitView);
    });
