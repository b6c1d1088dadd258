import { usage } from "../../failure/failure.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { requestView } from "./request-view.ts";

/** `cimpro request note` */
export const noteCommand = (shell: Shell) =>
  verb("note", {
    summary: "add a note to a request, or why it is wanted sooner",
    examples: [
      'cimpro request note 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --text "Branch 7 is closed"',
      'cimpro request note 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --expedite "Trade fair on the 20th"',
    ],
    rules: ["REQ-2"],
  })
    .argument("<request>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .option("--text <text>", "the note")
    .option("--expedite <text>", "why it is wanted sooner: a wish, no promise")
    .action(async (request, { account, text, expedite: expediteWish }) => {
      if (text === undefined && expediteWish === undefined) throw usage("Say something: --text or --expedite.");
      const client = await shell.client("write");
      const noted = await client.request.note.mutate({ account, request, text, expediteWish });
      await shell.answer(noted, requestView);
    });
