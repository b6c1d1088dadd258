import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { itemView } from "./item-view.ts";

/** `cimpro product-item update` */
export const updateCommand = (shell: Shell) =>
  verb("update", {
    summary: "keep what the product team says of an item",
    details:
      "Keeps what the product team says of an item: confirmed or rejected, then scheduled for a day, then deployed. Once it is deployed or rejected, what waited for it goes on.",
    examples: [
      "cimpro product-item update 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --state confirmed",
      "cimpro product-item update 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --state scheduled --for 2025-03-20",
    ],
    rules: ["PROD-2", "LEAD-6"],
  })
    .argument("<item>", "its id")
    .requiredOption("--account <id>", "whose work it concerns")
    .addOption(
      new Option("--state <state>", "what it is now")
        .choices(["confirmed", "rejected", "scheduled", "deployed"] as const)
        .makeOptionMandatory(),
    )
    .option("--for <date>", "the day it is scheduled for; with --state scheduled only", asDay)
    .option("--on <date>", "the day of the news (today, unless stated)", asDay)
    .option("--note <text>", "a word about it")
    .action(async (item, { for: scheduledFor, ...options }) => {
      const client = await shell.client("write");
      await shell.answer(await client.productItem.update.mutate({ item, scheduledFor, ...options }), itemView);
    });
