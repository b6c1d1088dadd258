import { Finding } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { findingTable } from "../punch-list/finding-view.ts";

/** `cimpro issue list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "the issues of what went live, and what became of them",
    examples: ["cimpro issue list --account acme-tools --state open"],
    rules: ["PROC-6"],
  })
    .requiredOption("--account <id>", "whose work it is")
    .option("--deliverable <id>", "only those of this work")
    .addOption(new Option("--state <state>", "only those").choices(Finding.unwrap().shape.state.options))
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.issue.list.query(options), findingTable);
    });
