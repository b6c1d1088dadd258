import { type Kysely, sql } from "kysely";

/** From where somebody signed in before, so that nobody else's guesses keep them out. Frozen in time. */
export const knownPlaces = {
  id: "0004-known-places",
  async up(db: Kysely<unknown>, engine: "sqlite" | "postgres"): Promise<void> {
    const sqlite = engine === "sqlite";
    const [text, int] = sqlite ? ["text", "integer"] : ['text collate "C"', "bigint"];
    const columns = `hash ${text} not null primary key, app_user ${text} not null, seen_at ${int} not null`;
    await sql.raw(`create table known_place (${columns})${sqlite ? " strict, without rowid" : ""}`).execute(db);
    await sql.raw("create index known_place_by_user on known_place (app_user, seen_at, hash)").execute(db);
  },
};
