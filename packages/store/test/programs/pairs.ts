import { insertNotes, note, openNotes } from "../notes.ts";

/** Writes two notes per transaction, each lasting so long, for as long as it lives; says each pair that was kept. */
const [url = "", lastingMs = "0"] = process.argv.slice(2);
const database = await openNotes(url);
for (let pair = 0; ; pair += 1) {
  await database.write(async (tx) => {
    const until = performance.now() + Number(lastingMs);
    await insertNotes(tx, [note(`${pair}-left`)]);
    while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
    await insertNotes(tx, [note(`${pair}-right`)]);
  });
  process.stdout.write(`${pair}\n`);
}
