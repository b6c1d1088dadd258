import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left } from "../../terminal/block.ts";
import { hatWords } from "./person-view.ts";

/** `cimpro person list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "the customer's people with their hats",
    examples: ["cimpro person list --account acme-tools"],
    rules: ["ROLE-1", "ROLE-2"],
  })
    .requiredOption("--account <id>", "whose they are")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.person.list.query(options), ({ items }) => [
        {
          kind: "table",
          columns: [left("Person"), left("Name"), left("Employment"), left("Hats"), left("Email")],
          rows: items.map(({ id, name, employment, active, hats, email }) => [
            ...[id, name, active ? employment : "left", hats.map(hatWords).join(", "), email],
          ]),
        },
      ]);
    });
