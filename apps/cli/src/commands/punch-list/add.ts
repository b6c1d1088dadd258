import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { findingView } from "./finding-view.ts";

/** `cimpro punch-list add` */
export const addCommand = (shell: Shell) =>
  verb("add", {
    summary: "add a punch-list item",
    details: "Adds what the customer found while testing. While it is open the work does not leave its phase.",
    examples: ['cimpro punch-list add --account acme-tools --deliverable erp-sync --what "Rounding on the cart page"'],
    rules: ["PROC-4"],
  })
    .requiredOption("--account <id>", "whose work it is")
    .requiredOption("--deliverable <id>", "which work")
    .requiredOption("--what <text>", "what was found")
    .option("--on <date>", "when (today, unless stated)", asDay)
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.punchList.add.mutate(options), findingView);
    });
