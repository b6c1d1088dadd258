import { ProductItemState } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { limitOption } from "../../arguments/limit.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left } from "../../terminal/block.ts";

/** `cimpro product-item list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "the items of the product team, of an account or of all",
    examples: ["cimpro product-item list", "cimpro product-item list --account acme-tools --state scheduled"],
    rules: ["PROD-1", "PROD-2"],
  })
    .option("--account <id>", "of this account")
    .option("--deliverable <id>", "of this deliverable of the account")
    .addOption(new Option("--state <state>", "in this state only").choices(ProductItemState.options))
    .addOption(limitOption())
    .action(async ({ limit, state, ...options }) => {
      const client = await shell.client("read");
      const asked = { ...options, states: state === undefined ? undefined : [state] };
      const found = await everyPage(limit, (page) => client.productItem.list.query({ ...asked, ...page }));
      await shell.answer(found, ({ items }) => [
        {
          kind: "table",
          columns: [
            ...[left("Account"), left("Reported"), left("Kind"), left("Title"), left("State"), left("For")],
            ...[left("Deliverable"), left("Item")],
          ],
          rows: items.map((each) => [
            ...[each.account, each.reportedOn, each.kind, each.title, each.state, each.scheduledFor ?? ""],
            ...[each.deliverable === null ? "" : `${each.deliverable}${each.blocks ? " (blocked)" : ""}`, each.id],
          ]),
          empty: "No product items.",
        },
      ]);
    });
