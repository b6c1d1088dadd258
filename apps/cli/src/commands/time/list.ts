import { formatDuration } from "@cimpro/domain";
import { limitOption } from "../../arguments/limit.ts";
import { asDay } from "../../arguments/parse.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";
import { stateOf } from "./entry-view.ts";

/** `cimpro time list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "time entries, newest first, with what became of them",
    examples: [
      "cimpro time list --account acme-tools --from 2025-03-01 --to 2025-03-31",
      "cimpro time list --worker Ann --open --limit 20",
    ],
    rules: ["ALW-8"],
  })
    .option("--account <id>", "of this account only")
    .option("--worker <name>", "of this person only")
    .option("--deliverable <id>", "on this deliverable only")
    .option("--package <subscription>", "that count toward this labor package only")
    .option("--from <date>", "worked on or after", asDay)
    .option("--to <date>", "worked on or before", asDay)
    .option("--open", "with open minutes only")
    .addOption(limitOption())
    .action(async ({ limit, open, ...filter }) => {
      const client = await shell.client("read");
      const asked = { ...filter, state: open ? ("open" as const) : ("all" as const) };
      const entries = await everyPage(limit, (page) => client.time.list.query({ ...asked, ...page }));
      await shell.answer(entries, ({ items }) => [
        {
          kind: "table",
          columns: [
            left("On"),
            left("Account"),
            left("Worker"),
            right("Time"),
            left("State"),
            left("Note"),
            left("Id"),
          ],
          rows: items.map((each) => [
            each.on,
            each.deliverable === null ? each.account : `${each.account} / ${each.deliverable}`,
            each.worker,
            formatDuration(each.minutes),
            stateOf(each),
            each.note.length > 60 ? `${each.note.slice(0, 60).toWellFormed()}…` : each.note,
            each.id,
          ]),
        },
      ]);
    });
