import { limitOption } from "../../arguments/limit.ts";
import { oneOf } from "../../arguments/one-of.ts";
import { repeated } from "../../arguments/repeated.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left } from "../../terminal/block.ts";
import { stateOf } from "./deliverable-view.ts";

const states = ["open", "ending", "closed"] as const;

/** `cimpro deliverable list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "the deliverables of an account, or of all",
    examples: ["cimpro deliverable list --account acme-tools", "cimpro deliverable list --state open"],
    rules: ["DLV-1", "DLV-3"],
  })
    .option("--account <id>", "whose they are (all accounts, unless stated)")
    .option("--state <state>", "open, ending or closed; may be stated several times", repeated(oneOf(states)))
    .addOption(limitOption())
    .action(async ({ account, state, limit }) => {
      const client = await shell.client("read");
      const found = await everyPage(limit, (page) =>
        client.deliverable.list.query({ ...page, account, states: state }),
      );
      await shell.answer(found, ({ items }) => [
        {
          kind: "table",
          columns: [left("Account"), left("Deliverable"), left("Name"), left("Kind"), left("State")],
          rows: items.map((each) => [each.account, each.id, each.name, each.kind ?? "", stateOf(each)]),
        },
      ]);
    });
