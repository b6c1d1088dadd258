import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { requestView } from "./request-view.ts";

/** `cimpro request show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "a request with its clock, its window and all that happened",
    examples: ["cimpro request show 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools"],
    rules: ["REQ-1", "REQ-3", "REQ-4"],
  })
    .argument("<request>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .action(async (request, { account }) => {
      const client = await shell.client("read");
      await shell.answer(await client.request.show.query({ account, request }), requestView);
    });
