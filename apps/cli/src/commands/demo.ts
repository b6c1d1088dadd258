import { checkLocal } from "../client/connect.ts";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { facts, line } from "../terminal/block.ts";

/** `cimpro demo …` */
export const demoCommand = (shell: Shell) => noun("demo", "a made-up practice to look around in", [seed(shell)]);

const seed = (shell: Shell) =>
  verb("seed", {
    summary: "fill new books with the demo practice",
    details:
      "Fills new books with the demo practice. Books that have accounts are refused: demo and real data never mix.",
    examples: ["cimpro demo seed --db demo.db", "cimpro serve --db demo.db"],
  }).action(async () => {
    checkLocal(shell.settings(), "demo seed");
    const { seedDemoBooks } = await import("../client/seed-demo-books.ts");
    await shell.answer(await seedDemoBooks(shell.settings(), shell.terminal), ({ database, accounts }) => [
      line("The demo practice is there.", "good"),
      facts(["Database", database], ["Accounts", String(accounts)]),
    ]);
  });
