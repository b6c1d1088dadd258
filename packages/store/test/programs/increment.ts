import { counter, increment, openNotes } from "../notes.ts";

/** Opens the database, whoever made it, and adds one to a counter some times. */
const [url = "", times = "0"] = process.argv.slice(2);
const database = await openNotes(url);
for (let time = 0; time < Number(times); time += 1) await increment(database, "a");
process.stdout.write(`${await counter(database, "a")}\n`);
await database.close();
