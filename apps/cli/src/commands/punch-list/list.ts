import { Finding } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { findingTable } from "./finding-view.ts";

/** `cimpro punch-list list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "what the testing found, and what became of it",
    examples: ["cimpro punch-list list --account acme-tools --deliverable erp-sync --state open"],
    rules: ["PROC-4"],
  })
    .requiredOption("--account <id>", "whose work it is")
    .option("--deliverable <id>", "only those of this work")
    .addOption(new Option("--state <state>", "only those").choices(Finding.unwrap().shape.state.options))
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.punchList.list.query(options), findingTable);
    });
