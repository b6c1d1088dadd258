import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";

/** `cimpro policy list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "the versions that the books adopted",
    examples: ["cimpro policy list", "cimpro policy list --db books.db --json"],
    rules: ["RATE-2"],
  }).action(async () => {
    const client = await shell.client("read");
    await shell.answer(await client.policy.list.query(), ({ items }) => [
      {
        kind: "table",
        columns: [right("Version"), left("From"), left("Policy"), left("Adopted")],
        rows: items.map(({ version, from, id, title, adoptedAt }) => [
          String(version),
          from,
          `${title} (${id})`,
          adoptedAt,
        ]),
      },
    ]);
  });
