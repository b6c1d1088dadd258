import { openStore } from "@cimpro/api";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { placeOf, shownPlace } from "./place.ts";

/** What a migration found and did. */
export interface Migrated {
  readonly database: string;
  readonly engine: string;
  readonly before: "current" | "older" | "missing";
  readonly changed: boolean;
}

/** Brings the books up to this version, or makes new ones; a rehearsal only tells which of the two it would be. */
export async function migrateBooks(settings: Settings, terminal: Terminal): Promise<Migrated> {
  const place = placeOf(settings, terminal);
  const now = () => new Date(terminal.now()).toISOString();
  const open = async (schema: "require" | "migrate") => {
    const store = await openStore(place, { schema, now });
    await store.close();
    return store.engine;
  };
  const before = await stateOf(() => open("require"));
  const changes = before !== "current" && !settings.dryRun;
  const engine = changes ? await open("migrate") : /^postgres/i.test(place) ? "postgres" : "sqlite";
  return { database: shownPlace(place), engine, before, changed: changes };
}

async function stateOf(open: () => Promise<unknown>): Promise<Migrated["before"]> {
  try {
    await open();
    return "current";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "SCHEMA_OLDER") return "older";
    if (code === "DATABASE_MISSING") return "missing";
    throw error;
  }
}
