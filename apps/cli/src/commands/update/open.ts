import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { updateView } from "./update-view.ts";

/** `cimpro update open` */
export const openCommand = (shell: Shell) =>
  verb("open", {
    summary: "open a compatibility review for each live customization",
    details:
      "Version updates do not test customizations: opens a compatibility review for each that is live, in one account, or in every account that has any. Said again for all, it opens only what is not there yet.",
    examples: [
      "cimpro update open --account acme-tools --version 5.12",
      "cimpro update open --version 5.12 --on 2025-05-01",
    ],
    rules: ["PROC-9"],
  })
    .requiredOption("--version <text>", "the version of the platform")
    .option("--account <id>", "only this account (all with live customizations, unless stated)")
    .option("--on <date>", "the day of the update (today, unless stated)", asDay)
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.update.open.mutate(options), ({ updates }) =>
        updates.length === 0 ? [line("No account has a live customization.")] : updates.flatMap(updateView),
      );
    });
