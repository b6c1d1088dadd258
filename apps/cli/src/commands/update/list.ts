import { VersionUpdate } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";

/** `cimpro update list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "updates, and how many of their reviews are open",
    examples: ["cimpro update list --account acme-tools", "cimpro update list --state open"],
    rules: ["PROC-9"],
  })
    .option("--account <id>", "only those of this account")
    .addOption(new Option("--state <state>", "only those").choices(VersionUpdate.unwrap().shape.state.options))
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.update.list.query(options), ({ items }) => [
        {
          kind: "table",
          columns: [left("Account"), left("Update"), right("On"), left("State"), right("Reviews"), right("Open")],
          rows: items.map(({ account, id, on, state, reviews }) => [
            account,
            id,
            on,
            state,
            String(reviews.length),
            String(reviews.filter((review) => review.state === "open").length),
          ]),
          empty: "No update was opened.",
        },
      ]);
    });
