import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { requestView } from "./request-view.ts";

/** `cimpro request decline` */
export const declineCommand = (shell: Shell) =>
  verb("decline", {
    summary: "decline a request with a reason",
    examples: [
      'cimpro request decline 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --reason "The platform does it"',
    ],
    rules: ["REQ-4"],
  })
    .argument("<request>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--reason <text>", "why; the customer reads it")
    .option("--on <date>", "when that was decided (today, unless stated)", asDay)
    .action(async (request, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.request.decline.mutate({ request, ...options }), requestView);
    });
