import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { changeOrderFacts } from "./change-order-view.ts";

/** `cimpro change-order show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "one change order",
    examples: ["cimpro change-order show erp-sync-mapping-co-1 --account acme-tools"],
    rules: ["DLV-4"],
  })
    .argument("<change-order>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .action(async (changeOrder, { account }) => {
      const client = await shell.client("read");
      const found = await client.changeOrder.show.query({ account, changeOrder });
      await shell.answer(found, (order) => [changeOrderFacts(order)]);
    });
