import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { decisionView } from "./decision-view.ts";

/** `cimpro premium show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "what became of the premium of a deliverable, and why",
    examples: ["cimpro premium show --account acme-tools --deliverable erp-sync --explain"],
    rules: ["LEAD-3", "LEAD-4", "LEAD-8"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what was delivered")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.premium.show.query(options), (shown) => [
        line(shown.sentence),
        ...decisionView(shown),
      ]);
    });
