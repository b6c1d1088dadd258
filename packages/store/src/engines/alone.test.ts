import Sqlite from "better-sqlite3";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Place, places } from "../../test/engines.ts";
import { allNotes, insertNotes, note, notes, openNotes } from "../../test/notes.ts";
import { openDatabase } from "./open.ts";

describe.each(places)("a database of one's own on %s", (engine, place) => {
  let at: Place;
  beforeEach(async () => {
    at = await place();
  });
  afterEach(() => at.remove());
  const openAlone = () => openDatabase(at.url, { schema: "create", migrations: [notes], alone: true });

  test("is read and written as any other, and one failure spoils nothing", async () => {
    const database = await openAlone();
    await database.write((tx) => insertNotes(tx, [note("kept")]));
    const failed = database.write(async (tx) => {
      await insertNotes(tx, [note("undone")]);
      throw new Error("changed my mind");
    });
    const read = allNotes(database);
    await expect(failed).rejects.toThrow("changed my mind");
    expect(await read).toEqual([note("kept")]);
    await database.write((tx) => insertNotes(tx, [note("later")]));
    await database.close();
    const after = await openNotes(at.url, "require");
    expect((await allNotes(after)).map(({ id }) => id)).toEqual(["kept", "later"]);
    await after.close();
  });

  test("is refused while another has it open, even one that does nothing", async () => {
    const other = await openNotes(at.url);
    await other.ping();
    await expect(openAlone()).rejects.toMatchObject({ name: "StoreProblem", code: "DATABASE_IN_USE" });
    await other.write((tx) => insertNotes(tx, [note("unharmed")]));
    await other.close();
    const database = await openAlone();
    expect(await allNotes(database)).toHaveLength(1);
    await database.close();
  });

  test("is refused while another program has it open, and lets none in", async () => {
    await (await openNotes(at.url)).close();
    const others = {
      sqlite: async () => {
        const other = new Sqlite(at.url, { timeout: 0 });
        other.prepare("select * from note").all();
        await expect(openAlone()).rejects.toMatchObject({ code: "DATABASE_IN_USE" });
        other.close();
        const database = await openAlone();
        const late = new Sqlite(at.url, { timeout: 0 });
        expect(() => late.prepare("select * from note").all()).toThrow(/locked/);
        await database.close();
        expect(late.prepare("select * from note").all()).toEqual([]);
        late.close();
      },
      postgres: async () => {
        const other = new Client({ connectionString: at.url, application_name: "report" });
        await other.connect();
        await expect(openAlone()).rejects.toMatchObject({ code: "DATABASE_IN_USE", message: /report/ });
        await other.end();
        await (await openAlone()).close();
      },
    };
    await others[engine]();
  });
});
