import { limitOption } from "../../arguments/limit.ts";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { requestTable } from "./request-view.ts";

/** `cimpro request queue` */
export const queueCommand = (shell: Shell) =>
  verb("queue", {
    summary: "undecided requests of all accounts, the longest waiting first",
    details:
      "Undecided requests of all accounts: those that wait for follow-up, the longest waiting first, then those that were followed up.",
    examples: ["cimpro request queue", "cimpro request queue --limit 20"],
    rules: ["REQ-1", "REQ-2", "REQ-3"],
  })
    .addOption(limitOption())
    .action(async ({ limit }) => {
      const client = await shell.client("read");
      const queue = await everyPage(limit, (page) => client.request.queue.query(page));
      await shell.answer(queue, ({ items }) => [requestTable(items, "Nothing waits for a decision.")]);
    });
