import { checkLocal } from "../client/connect.ts";
import { usage } from "../failure/failure.ts";
import type { Shell } from "../program/shell.ts";
import { verb } from "../program/verb.ts";
import { facts } from "../terminal/block.ts";

/** `cimpro backup` */
export const backupCommand = (shell: Shell) =>
  verb("backup", {
    summary: "copy the books into one file, while they are in use",
    details:
      "Copies the books as they are at one moment into a SQLite file that only its owner can read, from either engine, while they are in use. A file that is there already is replaced only with --yes.",
    examples: [
      "cimpro backup books-2025-03-31.db",
      "cimpro backup /srv/backup/books.db --db postgres://cimpro@db.example/cimpro --yes",
    ],
  })
    .argument("<file>", "where to")
    .action(async (file) => {
      const settings = shell.settings();
      checkLocal(settings, "backup");
      if (settings.dryRun) throw usage('"cimpro backup" changes no books, so there is nothing to rehearse.');
      const { backupBooks } = await import("../client/backup-books.ts");
      await shell.answer(await backupBooks(settings, shell.terminal, file), (backup) => [
        facts(["Backup", backup.file], ["Bytes", String(backup.bytes)], ["Journal rows", String(backup.journalRows)]),
      ]);
    });
