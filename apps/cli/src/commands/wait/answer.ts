import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { waitView } from "./wait-view.ts";

/** `cimpro wait answer` */
export const answerCommand = (shell: Shell) =>
  verb("answer", {
    summary: "say something to what is waited for",
    details: "Keeps an answer with the wait. The wait goes on until the team ends it, for it stops the clock.",
    examples: [
      'cimpro wait answer 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --text "The price list is in your inbox"',
    ],
    rules: ["LEAD-6"],
  })
    .argument("<wait>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--text <text>", "the answer")
    .action(async (wait, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.wait.answer.mutate({ wait, ...options }), waitView);
    });
