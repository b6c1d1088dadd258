import { checkLocal } from "../client/connect.ts";
import type { Shell } from "../program/shell.ts";
import { verb } from "../program/verb.ts";
import { facts } from "../terminal/block.ts";

/** `cimpro migrate` */
export const migrateCommand = (shell: Shell) =>
  verb("migrate", {
    summary: "bring the database up to this version of cimpro, or make a new one",
    details:
      "Brings the database up to this version of cimpro, in one transaction, or makes new books where there are none. Back it up before. With --dry-run: says what it would do.",
    examples: ["cimpro migrate --dry-run", "cimpro migrate --db books.db"],
  }).action(async () => {
    checkLocal(shell.settings(), "migrate");
    const { migrateBooks } = await import("../client/migrate-books.ts");
    await shell.answer(
      await migrateBooks(shell.settings(), shell.terminal),
      ({ database, engine, before, changed }) => [
        facts(["Database", database], ["Engine", engine], ["It was", before], ["Changed", changed ? "yes" : "no"]),
      ],
    );
  });
