import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { commitGroup } from "./commit-group.ts";
import { type Access, type Session, sessionOn } from "./connection.ts";
import type { Source } from "./database.ts";
import { pool } from "./pool.ts";
import { CommitUnknown, StoreProblem } from "./problem.ts";
import { type SqliteConnection, sqliteConnection } from "./sqlite-connection.ts";
import { damageOrDoubt } from "./sqlite-damage.ts";
import { checkOwner, flush, openConnection, provideFile } from "./sqlite-file.ts";
import { isBusy, sqliteProblem } from "./sqlite-problem.ts";

/** Long reads hold one each; the driver is synchronous, so more would not be faster. */
const readersAtOnce = 8;

interface Lent {
  readonly connection: SqliteConnection;
  readonly session: Session;
}

/** One connection that writes and a few that only read: in WAL mode readers see a snapshot and wait for nobody. */
export async function sqliteSource(file: string, mayCreate: boolean): Promise<Source> {
  const connect = async (access: Access): Promise<Lent> => {
    const db = await openConnection(file, access, (opened) => checkOwner(opened, file, mayCreate));
    const connection = sqliteConnection(db, file);
    return { connection, session: sessionOn("sqlite", connection) };
  };
  const group = commitGroup();
  const lent = (access: Access) => ({
    make: () => connect(access),
    usable: ({ session }: Lent) => session.usable(),
    dispose: ({ session, connection }: Lent) => {
      if (access === "write") group.end(() => connection.settle());
      session.close();
    },
  });

  provideFile(file, mayCreate);
  const writer = pool(1, lent("write"), [await connect("write")]);
  const readers = pool(readersAtOnce, lent("read"));
  const doubt: { commit?: CommitUnknown } = {};

  const settle = () => writer.use(async ({ connection }) => group.end(() => connection.settle()));
  let soon = false;
  /** Requests that arrive in the same turn of the event loop write into one transaction: one flush serves them all. */
  const settleSoon = () => {
    if (soon) return;
    soon = true;
    setImmediate(() => {
      soon = false;
      settle().catch(() => {}); // Closing has settled already.
    });
  };

  return {
    engine: "sqlite",
    where: file,
    use: async (access, task) => {
      if (access === "read") return readers.use(({ session }) => task(session));
      const { value, durable } = await writer.use(async ({ session, connection }) => {
        // After a commit in doubt nothing may be built on what the connection believes.
        if (doubt.commit) throw doubt.commit;
        try {
          return { value: await task(session), durable: group.join() };
        } finally {
          if (group.isFull() || connection.lost()) group.end(() => connection.settle());
          else settleSoon();
        }
      });
      try {
        await durable;
      } catch (error) {
        if (error instanceof CommitUnknown) doubt.commit = error;
        throw error;
      }
      return value;
    },
    passes: isBusy,
    explained: (error) => {
      const suspected = damageOrDoubt(error, file);
      // The writer's connection believes what the disk may not have.
      if (suspected instanceof CommitUnknown) doubt.commit ??= suspected;
      return sqliteProblem(suspected, file);
    },
    copyTo: (copy) => copyFile(file, copy),
    async close() {
      await readers.close();
      // Last, because the last connection to close folds the WAL into the file, which a reader cannot.
      await writer.close();
    },
  };
}

async function copyFile(file: string, copy: string): Promise<void> {
  if (existsSync(copy) && realpathSync(copy) === realpathSync(file)) {
    throw new StoreProblem("DATABASE_BUSY", `${copy} is the database itself: give its copy another name.`);
  }
  const unfinished = `${copy}.${process.pid}.unfinished`;
  try {
    closeSync(openSync(unfinished, "wx", 0o600));
    const db = await openConnection(file, "read");
    try {
      db.prepare("vacuum into ?").run(unfinished);
    } finally {
      db.close();
    }
    // SQLite leaves a copy to the system: here it is on the disk before it gets its name.
    flush(unfinished);
    renameSync(unfinished, copy);
    flush(dirname(copy));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw sqliteProblem(error, copy);
  }
}
