import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { ImportItem } from "@cimpro/domain";
import { importFile } from "../src/time-import/import-file.ts";
import { loadMap } from "../src/time-import/load-map.ts";

// Imports argv[2] with the map argv[3] into books that are the lines of argv[4]; slow enough to be killed on the way.
const [, , path = "", map = "", books = "", pause = "0"] = process.argv;
const known = new Set(existsSync(books) ? readFileSync(books, "utf8").split("\n") : []);

const counts = await importFile({
  path,
  map: await loadMap(map),
  settings: {},
  chunkSize: 20,
  async send(items: readonly ImportItem[]) {
    const fresh = items.filter(({ id }) => !known.has(id));
    appendFileSync(books, fresh.map(({ id }) => `${id}\n`).join(""));
    for (const { id } of fresh) known.add(id);
    await new Promise((resolve) => setTimeout(resolve, Number(pause)));
    const acceptedMinutes = fresh.reduce((sum, { minutes }) => sum + minutes, 0);
    return { accepted: fresh.length, acceptedMinutes, duplicates: items.length - fresh.length, rejected: [] };
  },
});
process.stdout.write(JSON.stringify(counts));
