import { asMonth } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts } from "../../terminal/block.ts";
import { hoursOf, validity } from "./purchase-view.ts";

/** `cimpro allowance end` */
export const endCommand = (shell: Shell) =>
  verb("end", {
    summary: "end a monthly allowance with a month",
    final: "An allowance that ends does not go on again.",
    details: "Ends a monthly allowance with the month it names; months that are invoiced stay sold.",
    examples: ["cimpro allowance end 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --last-month 2025-06"],
    rules: ["ALW-4"],
  })
    .argument("<allowance>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--last-month <month>", "the last month it runs, YYYY-MM", asMonth)
    .action(async (allowance, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.allowance.end.mutate({ allowance, ...options }), (ended) => [
        facts(["Allowance", ended.id], ["Hours", hoursOf(ended)], ["Valid", validity(ended)]),
      ]);
    });
