import { RequestSize } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { requestView } from "./request-view.ts";

/** `cimpro request triage` */
export const triageCommand = (shell: Shell) =>
  verb("triage", {
    summary: "review a request: its size, and the follow-up",
    details:
      "Starts the review of a request. With --size work is expected to begin in the window of that size; with --follow-up the clock stops.",
    examples: [
      "cimpro request triage 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --size small",
      'cimpro request triage 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --follow-up "Called Ann Lee"',
    ],
    rules: ["REQ-1", "REQ-3", "REQ-4"],
  })
    .argument("<request>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .addOption(new Option("--size <size>", "how much work it is").choices(RequestSize.options))
    .option("--follow-up <text>", "what the customer was told")
    .option("--on <date>", "when that was (today, unless stated)", asDay)
    .action(async (request, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.request.triage.mutate({ request, ...options }), requestView);
    });
