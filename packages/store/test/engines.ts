import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";
import type { Database, Engine } from "../src/engines/database.ts";
import type { Migration } from "../src/engines/migrate.ts";
import { openDatabase } from "../src/engines/open.ts";
import { migrations as all } from "../src/store.ts";
import { freshDatabase } from "./postgres.ts";

/** Room for one new database, and how to be rid of it. */
export interface Place {
  readonly url: string;
  remove(): Promise<void>;
}

/** Where each engine can make a database: `describe.each(places)("… on %s", (engine, place) => …)`. */
export const places: readonly (readonly [engine: Engine, place: () => Promise<Place>])[] = [
  ["sqlite", async () => freshFile()],
  ["postgres", freshOnServer],
];

/** A new database of each engine: `describe.each(engines)("… on %s", (engine, open) => …)`. */
export const engines = places.map(
  ([engine, place]) =>
    [
      engine,
      async (migrations: readonly Migration[] = all): Promise<{ database: Database; cleanup(): Promise<void> }> => {
        const { url, remove } = await place();
        const database = await openDatabase(url, { schema: "create", migrations });
        const cleanup = async () => {
          await database.close();
          await remove();
        };
        return { database, cleanup };
      },
    ] as const,
);

/** A path in a folder of its own. */
export function freshFile(): Place {
  const folder = mkdtempSync(join(tmpdir(), "cimpro-store-"));
  return {
    url: join(folder, "books.db"),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function freshOnServer(): Promise<Place> {
  const server = inject("postgres");
  const url = await freshDatabase(server);
  return {
    url,
    async remove() {
      const client = new Client({ connectionString: server });
      await client.connect();
      await client.query(`drop database ${client.escapeIdentifier(new URL(url).pathname.slice(1))} with (force)`);
      await client.end();
    },
  };
}
