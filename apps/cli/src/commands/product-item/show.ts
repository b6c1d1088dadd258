import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { itemView } from "./item-view.ts";

/** `cimpro product-item show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "an item of the product team, what became of it and what waited for it",
    examples: ["cimpro product-item show 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools"],
    rules: ["PROD-2"],
  })
    .argument("<item>", "its id")
    .requiredOption("--account <id>", "whose work it concerns")
    .action(async (item, options) => {
      const client = await shell.client("read");
      await shell.answer(await client.productItem.show.query({ item, ...options }), itemView);
    });
