import { formatMoney, PremiumDecision } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { limitOption } from "../../arguments/limit.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";

/** `cimpro premium list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "settlements to decide, of all accounts; or those of an account",
    examples: ["cimpro premium list", "cimpro premium list --account acme-tools"],
    rules: ["LEAD-4", "LEAD-8"],
  })
    .option("--account <id>", "all of this account")
    .addOption(
      new Option("--state <state>", "in this state only").choices(PremiumDecision.unwrap().shape.state.options),
    )
    .addOption(limitOption())
    .action(async ({ limit, account, state }) => {
      const client = await shell.client("read");
      const asked = { account, states: state === undefined ? undefined : [state] };
      const found = await everyPage(limit, (page) => client.premium.list.query({ ...asked, ...page }));
      await shell.answer(found, ({ items }) => [
        {
          kind: "table",
          columns: [
            ...[left("Account"), left("Deliverable"), left("Delivered"), left("Outcome"), left("State")],
            ...[right("Charged"), right("Credit")],
          ],
          rows: items.map(({ settlement, ...each }) => [
            ...[each.account, each.id, each.deliveredOn, settlement.outcome, each.state],
            formatMoney(settlement.premiumCharged, settlement.currency),
            formatMoney(settlement.credit, settlement.currency),
          ]),
          empty: "Nothing to decide.",
        },
      ]);
    });
