import { backupTo } from "../../src/backup.ts";
import { copyTables } from "../../src/copy-tables.ts";
import { emptyTables } from "../../src/empty-tables.ts";
import { openDatabase } from "../../src/engines/open.ts";
import { fromBackup } from "../../src/open-backup.ts";
import { restoreFrom } from "../../src/restore.ts";
import { migrations, openStore } from "../../src/store.ts";
import { tableNames } from "../../src/table-list.ts";
import { dieAtStatement } from "../die-at-statement.ts";

/** Backs up or restores, and is killed at the statement of that number: `die-at.ts 64 restore URL FILE`. */
const [statement = "", work = "", url = "", file = ""] = process.argv.slice(2);
const now = "2024-03-01T08:00:00.000Z";

const works: Record<string, () => Promise<unknown>> = {
  backup: async () => {
    const store = await openStore(url, { schema: "require", now: () => now });
    dieAtStatement(Number(statement));
    await backupTo(store, file, { overwrite: true });
    await store.close();
  },
  restore: async () => {
    dieAtStatement(Number(statement));
    await restoreFrom(url, file, { overwrite: true, actor: "local:ann", recordedAt: now });
  },
  /** The control: a restore that keeps its halves one after the other. */
  "restore-in-halves": () =>
    fromBackup(file, async (source) => {
      const target = await openDatabase(url, { schema: "create", migrations });
      dieAtStatement(Number(statement));
      await target.write((tx) => emptyTables(tx, target.engine));
      await target.write((tx) => copyTables(source, tx, tableNames));
      await target.close();
    }),
};

await works[work]?.();
process.stdout.write("done\n");
