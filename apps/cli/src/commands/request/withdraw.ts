import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { requestView } from "./request-view.ts";

/** `cimpro request withdraw` */
export const withdrawCommand = (shell: Shell) =>
  verb("withdraw", {
    summary: "take a request back that is not decided",
    examples: ["cimpro request withdraw 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools"],
    rules: ["REQ-4"],
  })
    .argument("<request>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .option("--reason <text>", "why")
    .action(async (request, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.request.withdraw.mutate({ request, ...options }), requestView);
    });
