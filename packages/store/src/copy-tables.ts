import type { Tx } from "./engines/database.ts";
import { pagesOf } from "./pages.ts";
import type { Tables } from "./tables.ts";

/** Copies every row of these tables, in their order. */
export async function copyTables(from: Tx, to: Tx, names: readonly (keyof Tables)[]): Promise<void> {
  for (const name of names) await copyTable(from, to, name);
}

async function copyTable<K extends keyof Tables>(from: Tx, to: Tx, name: K): Promise<void> {
  for await (const page of pagesOf(from, name)) await to.insertRows(name, page);
}
