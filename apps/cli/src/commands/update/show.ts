import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { updateView } from "./update-view.ts";

/** `cimpro update show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "an update with its reviews",
    examples: ["cimpro update show 5-12 --account acme-tools"],
    rules: ["PROC-9"],
  })
    .argument("<update>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .action(async (update, options) => {
      const client = await shell.client("read");
      await shell.answer(await client.update.show.query({ update, ...options }), updateView);
    });
