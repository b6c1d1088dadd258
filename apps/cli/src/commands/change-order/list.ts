import { formatDuration } from "@cimpro/domain";
import { limitOption } from "../../arguments/limit.ts";
import { oneOf } from "../../arguments/one-of.ts";
import { repeated } from "../../arguments/repeated.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";

const states = ["proposed", "approved", "declined"] as const;

/** `cimpro change-order list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "change orders of a deliverable, of an account, or of all",
    examples: ["cimpro change-order list --account acme-tools", "cimpro change-order list --state proposed"],
    rules: ["DLV-4"],
  })
    .option("--account <id>", "whose they are (all accounts, unless stated)")
    .option("--deliverable <id>", "what they change; with an account")
    .option("--state <state>", "proposed, approved or declined; may be stated several times", repeated(oneOf(states)))
    .addOption(limitOption())
    .action(async ({ limit, state, ...options }) => {
      const client = await shell.client("read");
      const found = await everyPage(limit, (page) =>
        client.changeOrder.list.query({ ...page, ...options, states: state }),
      );
      await shell.answer(found, ({ items }) => [
        {
          kind: "table",
          columns: [
            left("Account"),
            left("Change order"),
            left("State"),
            left("Proposed"),
            right("Adds"),
            left("Scope"),
          ],
          rows: items.map((order) => [
            order.account,
            order.id,
            order.state,
            order.proposedOn,
            formatDuration(order.minutes),
            order.scope,
          ]),
        },
      ]);
    });
