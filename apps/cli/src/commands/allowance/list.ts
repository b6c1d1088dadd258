import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";
import { hoursOf, validity } from "./purchase-view.ts";

/** `cimpro allowance list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "the purchases of an account with their invoices",
    examples: ["cimpro allowance list --account acme-tools"],
    rules: ["ALW-2", "ALW-4"],
  })
    .requiredOption("--account <id>", "whose they are")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.allowance.list.query(options), ({ items }) => [
        {
          kind: "table",
          columns: [left("Allowance"), right("Hours"), left("Valid"), left("Invoices"), left("Note")],
          rows: items.map((each) => [
            each.id,
            hoursOf(each),
            validity(each),
            each.opening ? "opening balance" : each.invoices.map(({ number }) => number).join(", "),
            each.note,
          ]),
        },
      ]);
    });
