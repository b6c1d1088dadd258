import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { requestTable } from "./request-view.ts";

/** `cimpro request list` */
export const listCommand = (shell: Shell) =>
  verb("list", {
    summary: "all requests of an account",
    examples: ["cimpro request list --account acme-tools"],
    rules: ["REQ-1", "REQ-3", "REQ-4"],
  })
    .requiredOption("--account <id>", "whose they are")
    .action(async (options) => {
      const client = await shell.client("read");
      await shell.answer(await client.request.list.query(options), ({ items }) => [
        requestTable(items, 'No requests; submit one with "cimpro request submit".'),
      ]);
    });
