import { once } from "node:events";
import { openStore } from "@cimpro/store";
import { seedDemo } from "../../src/demo/seed.ts";

/** Seeds the demo practice at the word, and says whether it was the one that did. */
const [url = "", now = ""] = process.argv.slice(2);
const store = await openStore(url, { schema: "migrate", now: () => now, demo: true });
process.stdout.write("ready\n");
await once(process.stdin, "data");
const seeded = await seedDemo(store, Date.parse(now));
await store.close();
process.stdout.write(`${seeded}\n`);
