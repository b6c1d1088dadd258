import { once } from "node:events";
import { openStore } from "@cimpro/store";
import { openSender } from "../../src/messages/send.ts";

/** Opens the books, says so, waits for the word, sends what is due and says how many were sent. */
const [url = "", smtp = "", today = "2024-01-08"] = process.argv.slice(2);
const now = () => Date.parse(`${today}T12:00:00Z`);
const store = await openStore(url, { schema: "require", now: () => new Date(now()).toISOString() });
const sender = await openSender(store, { smtp, from: "Services <us@example.com>", site: "https://pro.example" }, now);
process.stdout.write("ready\n");
await once(process.stdin, "data");
const sent = await sender.sendDue();
await sender.stop();
await store.close();
process.stdout.write(`${JSON.stringify({ sent })}\n`);
