import { limitOption } from "../../arguments/limit.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left } from "../../terminal/block.ts";
import { whoseWords } from "./wait-view.ts";

/** `cimpro wait list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "the waits of an account; without one, those that last everywhere",
    examples: ["cimpro wait list", "cimpro wait list --account acme-tools --deliverable erp-sync"],
    rules: ["LEAD-6"],
  })
    .option("--account <id>", "of this account")
    .option("--deliverable <id>", "of this deliverable of the account")
    .addOption(limitOption())
    .action(async ({ limit, ...options }) => {
      const client = await shell.client("read");
      const waits = await everyPage(limit, (page) => client.wait.list.query({ ...options, ...page }));
      await shell.answer(waits, ({ items }) => [
        {
          kind: "table",
          columns: [
            ...[left("Account"), left("Deliverable"), left("On"), left("From"), left("To"), left("For"), left("Wait")],
          ],
          rows: items.map((each) => [
            ...[each.account, each.deliverable, whoseWords[each.whose], each.from, each.to ?? "it lasts"],
            ...[each.what, each.id],
          ]),
          empty: "No waits.",
        },
      ]);
    });
