import { exitCodes } from "../failure/exit-codes.ts";
import type { Shell } from "../program/shell.ts";
import { verb } from "../program/verb.ts";
import { facts, left, line, right } from "../terminal/block.ts";
import { minuteFacts } from "./minute-facts.ts";

/** `cimpro verify` */
export const verifyCommand = (shell: Shell) =>
  verb("verify", {
    summary: "derive every total anew and compare",
    details:
      "Derives every total anew from what was stated, accounts for every worked minute once, and walks the journal's chain. Ends with 1 when something does not agree.",
    examples: ["cimpro verify", "cimpro verify --db postgres://cimpro@db.example/cimpro --json"],
    rules: ["ALW-8", "INV-3", "INV-4"],
  }).action(async () => {
    const client = await shell.client("read");
    const verified = await client.books.verify.query();
    if (!verified.ok) shell.endWith(exitCodes.refused);
    await shell.answer(verified, ({ ok, accounts, journalRows, minutes, heads, problems }) => [
      ok ? line("Everything agrees.", "good") : line(`${problems.length} faults.`, "bad"),
      ...problems.map(({ check, at, message }) => line(`${check} ${at}: ${message}`)),
      facts(["Accounts", String(accounts)], ["Journal rows", String(journalRows)]),
      minuteFacts(minutes),
      {
        kind: "table",
        columns: [left("Stream"), right("Rows"), left("Head")],
        rows: heads.map(({ stream, seq, hash }) => [stream, String(seq), hash]),
      },
    ]);
  });
