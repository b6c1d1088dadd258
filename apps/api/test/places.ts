import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase } from "@cimpro/store/testing";
import { inject } from "vitest";

/** Room for one new database, and how to be rid of it. */
export interface Place {
  readonly url: string;
  remove(): Promise<void>;
}

/** A path in a folder of its own. */
export function freshFile(): Place {
  const folder = mkdtempSync(join(tmpdir(), "cimpro-api-"));
  return { url: join(folder, "books.db"), remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

/** Where each engine can make a database: `describe.each(places)("… on %s", (engine, place) => …)`. */
export const places: readonly (readonly [engine: "sqlite" | "postgres", place: () => Promise<Place>])[] = [
  ["sqlite", async () => freshFile()],
  // The server goes with the run, and its databases with it.
  ["postgres", async () => ({ url: await freshDatabase(inject("postgres")), remove: async () => {} })],
];
