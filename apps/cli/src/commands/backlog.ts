import { limitOption } from "../arguments/limit.ts";
import { asDay } from "../arguments/parse.ts";
import { everyPage } from "../client/every-page.ts";
import type { Shell } from "../program/shell.ts";
import { verb } from "../program/verb.ts";
import { left, right } from "../terminal/block.ts";
import { rangeOf, requestTable } from "./request/request-view.ts";

/** `cimpro backlog`: what is asked for and not begun, and how earlier promises were kept. */
export const backlogCommand = (shell: Shell) =>
  verb("backlog", {
    summary: "what is asked for and not begun, with start windows and promises kept",
    details:
      "Undecided requests, and accepted deliverables on which work has not begun; when work that is sized today would begin; and how promises were kept for the requests of a year.",
    examples: ["cimpro backlog", "cimpro backlog --since 2025-01-01"],
    rules: ["REQ-1", "REQ-3"],
  })
    .addOption(limitOption())
    .option("--since <date>", "count promises for requests from this day on (a year ago, unless stated)", asDay)
    .action(async ({ limit, since }) => {
      const client = await shell.client("read");
      const { items } = await everyPage(limit, (page) => client.request.backlog.query(page));
      const { followUp, start, ...rest } = await client.request.promises.query({ since });
      await shell.answer({ items, ...rest, score: { followUp, start } }, ({ startWindows, score, ...backlog }) => [
        requestTable(backlog.items, "Nothing waits."),
        {
          kind: "table",
          title: `Sized on ${backlog.today}, work begins`,
          columns: [left("Size"), left("Expected start")],
          rows: [
            ["small", rangeOf(startWindows.small)],
            ["large", rangeOf(startWindows.large)],
          ],
        },
        {
          kind: "table",
          title: `Promises kept, for requests since ${backlog.since}`,
          columns: [left("Promise"), right("Kept"), right("Missed"), right("Open"), right("Share")],
          rows: [
            ["follow-up within the limit", ...countsOf(score.followUp)],
            ["start by the end of its window", ...countsOf(score.start)],
          ],
        },
      ]);
    });

interface Counts {
  readonly kept: number;
  readonly missed: number;
  readonly open: number;
  readonly keptPercent: number | null;
}

const countsOf = ({ kept, missed, open, keptPercent }: Counts): readonly string[] => [
  ...[kept, missed, open].map(String),
  keptPercent === null ? "" : `${keptPercent} %`,
];
