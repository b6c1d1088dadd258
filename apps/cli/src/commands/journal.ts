import { limitOption } from "../arguments/limit.ts";
import { everyPage } from "../client/every-page.ts";
import { exitCodes } from "../failure/exit-codes.ts";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { left, line, right } from "../terminal/block.ts";

/** `cimpro journal …` */
export const journalCommand = (shell: Shell) =>
  noun("journal", "everything that happened, in order", [list(shell), verify(shell)]);

const list = (shell: Shell) =>
  verb("list", {
    summary: "what happened, newest first",
    examples: ["cimpro journal list --limit 20", "cimpro journal list --stream acme-tools --type time.logged --json"],
    rules: ["INV-3"],
  })
    .option("--stream <id>", "of this account, or @practice")
    .option("--type <type>", "of this kind only, such as time.logged")
    .addOption(limitOption())
    .action(async ({ limit, ...filter }) => {
      const client = await shell.client("read");
      const rows = await everyPage(limit, (page) => client.journal.list.query({ ...filter, ...page }));
      await shell.answer(rows, ({ items }) => [
        {
          kind: "table",
          columns: [left("Recorded at"), left("Stream"), right("No."), left("What"), left("Who"), left("Counts from")],
          rows: items.map((each) => [
            each.recordedAt,
            each.stream,
            String(each.seq),
            each.type,
            each.actor,
            each.effectiveOn,
          ]),
        },
      ]);
    });

const verify = (shell: Shell) =>
  verb("verify", {
    summary: "walk the journal's chain and name every row that was changed",
    examples: ["cimpro journal verify"],
    rules: ["INV-3"],
  }).action(async () => {
    const client = await shell.client("read");
    const verified = await client.journal.verify.query();
    if (!verified.ok) shell.endWith(exitCodes.refused);
    await shell.answer(verified, ({ ok, rows, problems }) => [
      ok ? line(`The chain holds: ${rows} rows.`, "good") : line(`${problems.length} faults in ${rows} rows.`, "bad"),
      ...problems.map(({ stream, seq, message }) => line(`${stream} ${seq}: ${message}`)),
    ]);
  });
