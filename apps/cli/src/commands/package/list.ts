import { formatDuration } from "@cimpro/domain";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";
import { packageWords, spanWords } from "./subscription-view.ts";

/** `cimpro package list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "the labor packages that an account ordered",
    examples: ["cimpro package list --account acme-tools"],
    rules: ["PKG-1", "PKG-7"],
  })
    .requiredOption("--account <id>", "whose they are")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.package.list.query(options), ({ items }) => [
        {
          kind: "table",
          columns: [
            ...[left("Subscription"), left("Package"), right("Hours a month"), left("For"), left("Runs"), left("Note")],
          ],
          rows: items.map((each) => [
            ...[each.id, packageWords(each), formatDuration(each.capMinutes), each.context, spanWords(each), each.note],
          ]),
        },
      ]);
    });
