import { sessionOn } from "./connection.ts";
import type { Source } from "./database.ts";
import { pool } from "./pool.ts";
import { StoreProblem } from "./problem.ts";
import { sqliteConnection } from "./sqlite-connection.ts";
import { checkOwner, openConnection, provideFile } from "./sqlite-file.ts";
import { isBusy, sqliteProblem } from "./sqlite-problem.ts";

/** Who has just closed the file may need a moment to let go of it. */
const patienceMs = 1_000;

/** The file with nobody else in it, from the first look to the last: for work that replaces everything. */
export async function sqliteAlone(file: string, mayCreate: boolean): Promise<Source> {
  provideFile(file, mayCreate);
  const connect = async () => {
    const db = await openConnection(
      file,
      "write",
      (opened) => {
        opened.pragma("locking_mode = exclusive");
        checkOwner(opened, file, mayCreate);
      },
      patienceMs,
    );
    const connection = sqliteConnection(db, file);
    return { connection, session: sessionOn("sqlite", connection) };
  };
  const first = await connect().catch((error: unknown) => {
    if (isBusy(error)) throw inUse(file, error);
    throw error;
  });
  const line = pool(
    1,
    { make: connect, usable: ({ session }) => session.usable(), dispose: ({ session }) => session.close() },
    [first],
  );
  return {
    engine: "sqlite",
    where: file,
    use: (_access, task) =>
      line.use(async ({ session, connection }) => {
        try {
          return await task(session);
        } finally {
          connection.settle();
        }
      }),
    passes: () => false,
    explained: (error) => sqliteProblem(error, file),
    close: () => line.close(),
  };
}

const inUse = (file: string, cause: unknown): StoreProblem =>
  new StoreProblem("DATABASE_IN_USE", `${file} is in use: stop whatever works on it, then try again.`, { cause });
