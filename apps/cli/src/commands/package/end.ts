import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { subscriptionBlocks } from "./subscription-view.ts";

/** `cimpro package end` */
export const endCommand = (shell: Shell) =>
  verb("end", {
    summary: "end a labor package with a day",
    final: "A package that ends may end earlier, but not later.",
    details: "Ends a labor package with a day, to come or past. One that ends may end earlier, not later.",
    examples: ["cimpro package end guide --account acme-tools --last-on 2025-06-30"],
    rules: ["PKG-7"],
  })
    .argument("<subscription>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--last-on <date>", "the last day it runs", asDay)
    .action(async (subscription, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.package.end.mutate({ subscription, ...options }), subscriptionBlocks);
    });
