import { formatDuration, formatMoney } from "@cimpro/domain";
import { limitOption } from "../../arguments/limit.ts";
import { oneOf } from "../../arguments/one-of.ts";
import { repeated } from "../../arguments/repeated.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";

const states = ["issued", "approved", "replaced"] as const;

/** `cimpro sow list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "SOWs of a deliverable, of an account, or of all",
    examples: ["cimpro sow list --account acme-tools", "cimpro sow list --state issued"],
    rules: ["DLV-2"],
  })
    .option("--account <id>", "whose they are (all accounts, unless stated)")
    .option("--deliverable <id>", "what they are for; with an account")
    .option("--state <state>", "issued, approved or replaced; may be stated several times", repeated(oneOf(states)))
    .addOption(limitOption())
    .action(async ({ limit, state, ...options }) => {
      const client = await shell.client("read");
      const found = await everyPage(limit, (page) => client.sow.list.query({ ...page, ...options, states: state }));
      await shell.answer(found, ({ items }) => [
        {
          kind: "table",
          columns: [left("Account"), left("SOW"), left("State"), left("Issued"), right("Time"), right("Total")],
          rows: items.map((sow) => [
            sow.account,
            sow.id,
            sow.state,
            sow.issuedOn,
            formatDuration(sow.minutes),
            formatMoney(sow.price.total, sow.price.currency),
          ]),
        },
      ]);
    });
