import { insertNotes, note, openNotes } from "../notes.ts";

/** Writes until the system refuses (see `ulimit -f`), then once more, and says both errors by name. */
const [url = ""] = process.argv.slice(2);
const database = await openNotes(url);
const label = "x".repeat(10_000);
const attempt = (id: string) => database.write((tx) => insertNotes(tx, [note(id, { label })]));
const nameOf = (error: unknown) => (error instanceof Error ? error.name : String(error));
for (let id = 0; id < 1_000; id += 1) {
  const failure = await attempt(`${id}`).then(() => undefined, nameOf);
  if (failure === undefined) continue;
  process.stdout.write(`${failure} ${await attempt("next").then(() => "kept", nameOf)}\n`);
  break;
}
