import { insertNotes, lockCounter, note, notes, openNotes } from "../notes.ts";

/** Stops halfway through a write or a migration, until its input ends (then it goes on) or it is killed. */
const [url = "", where = "write"] = process.argv.slice(2);
const ended = new Promise<void>((resolve) => process.stdin.once("end", resolve).resume());
const halfway = async () => {
  process.stdout.write("halfway\n");
  await ended;
};

if (where === "migration") {
  const slow = {
    id: notes.id,
    up: async (...[db, engine]: Parameters<typeof notes.up>) => {
      await notes.up(db, engine);
      await halfway();
    },
  };
  await (await openNotes(url, "migrate", [slow])).close();
} else {
  const database = await openNotes(url);
  await database.write(async (tx) => {
    await lockCounter(tx, "a");
    await insertNotes(tx, [note("held")]);
    await halfway();
  });
  await database.close();
}
