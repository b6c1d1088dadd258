import { type Books, booksOf } from "./books.ts";
import type { Database } from "./engines/database.ts";
import { openDatabase } from "./engines/open.ts";
import { initialise } from "./initialise.ts";
import { books } from "./migrations/0001-books.ts";
import { offering } from "./migrations/0002-offering.ts";
import { access } from "./migrations/0003-access.ts";
import { knownPlaces } from "./migrations/0004-known-places.ts";
import { openWork } from "./migrations/0005-open-work.ts";
import { sources } from "./migrations/0006-sources.ts";
import { messagesWordedLate } from "./migrations/0007-messages-worded-late.ts";
import { type Command, type Head, type Outcome, write } from "./write.ts";

/** The books of one practice, on either engine. */
export interface Store {
  readonly engine: Database["engine"];
  /** One consistent snapshot, which waits for no writer. */
  read<T>(work: (books: Books) => Promise<T>): Promise<T>;
  /** One command: one transaction, one journal row. */
  write<A>(command: Command, work: (books: Books, head: Head) => Promise<Outcome<A>>): Promise<A>;
  /** Small changes that the journal has no part in: sessions and sign-in links. */
  touch<T>(work: (books: Books) => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  /** The engine's own door, for backup and restore. */
  readonly database: Database;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** `migrate`: bring up what is older. `create`: make new books. `require`: only books of just this version. */
  readonly schema: "migrate" | "create" | "require";
  /** The instant that new books are begun at, RFC 3339 UTC. */
  readonly now: () => string;
  /** New books are those of the demo practice. */
  readonly demo?: boolean;
}

/** Every version of the schema, oldest first. */
export const migrations = [books, offering, access, knownPlaces, openWork, sources, messagesWordedLate] as const;

/** Opens a SQLite file or a PostgreSQL database by its address; new books begin with the default policy. */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  const database = await openDatabase(url, { schema: options.schema, migrations });
  if (options.schema !== "require") await initialise(database, options);
  return {
    engine: database.engine,
    read: (work) => database.read((tx) => work(booksOf(tx))),
    write: (command, work) => write(database, command, work),
    touch: (work) => database.write((tx) => work(booksOf(tx))),
    ping: () => database.ping(),
    database,
    close: () => database.close(),
  };
}
