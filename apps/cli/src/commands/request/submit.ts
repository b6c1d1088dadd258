import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { requestView } from "./request-view.ts";

/** `cimpro request submit` */
export const submitCommand = (shell: Shell) =>
  verb("submit", {
    summary: "put a request into the queue",
    details:
      "Puts a request into the queue, where it waits for review and follow-up. What it says about speed is a wish: a lead time exists only in an approved SOW.",
    examples: [
      'cimpro request submit --account acme-tools --title "Price breaks by branch"',
      'cimpro request submit --account acme-tools --title "Price breaks" --expedite "Trade fair on the 20th" --by "Ann Lee"',
    ],
    rules: ["REQ-1", "REQ-2"],
  })
    .requiredOption("--account <id>", "who asks")
    .requiredOption("--title <text>", "what is asked for, in a line")
    .option("--description <text>", "more about it")
    .option("--expedite <text>", "why it is wanted sooner: a wish, no promise")
    .option("--by <name>", "who asked, when it came by phone")
    .option("--on <date>", "the day it came in (today, unless stated)", asDay)
    .option("--id <uuid>", "the request's own id")
    .action(async ({ expedite: expediteWish, ...options }) => {
      const client = await shell.client("write");
      await shell.answer(await client.request.submit.mutate({ ...options, expediteWish }), requestView);
    });
