import { Customization } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import type { Shell } from "../../program/shell.ts";
import { noun, verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";

/** `cimpro customization …` */
export const customizationCommand = (shell: Shell) =>
  noun("customization", "what is in long-term support", [listCommand(shell)]);

const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "what is in long-term support, or was retired",
    details:
      "What went through the process into long-term support. It is outside product support: later work on it is new work.",
    examples: ["cimpro customization list", "cimpro customization list --account acme-tools --state live"],
    rules: ["PROC-8"],
  })
    .option("--account <id>", "only those of this account")
    .addOption(new Option("--state <state>", "only those").choices(Customization.unwrap().shape.state.options))
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.customization.list.query(options), ({ items }) => [
        {
          kind: "table",
          columns: [left("Account"), left("Customization"), left("Name"), right("Live since"), left("State")],
          rows: items.map(({ account, id, name, liveSince, state, retiredOn }) => [
            account,
            id,
            name,
            liveSince,
            retiredOn === null ? state : `${state} ${retiredOn}`,
          ]),
          empty: "Nothing is in long-term support.",
        },
      ]);
    });
