import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { waitView } from "./wait-view.ts";

/** `cimpro wait amend` */
export const amendCommand = (shell: Shell) =>
  verb("amend", {
    summary: "correct a wait",
    details: "Corrects a wait, as long as no premium was settled on it.",
    examples: [
      "cimpro wait amend 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --from 2025-03-04",
      "cimpro wait amend 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --lasting",
    ],
    rules: ["LEAD-6", "LEAD-8"],
  })
    .argument("<wait>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .option("--what <text>", "what was asked for")
    .option("--from <date>", "the day we asked or were blocked", asDay)
    .option("--to <date>", "the day it was answered or lifted", asDay)
    .addOption(new Option("--lasting", "it is not over yet").conflicts("to"))
    .action(async (wait, { lasting, to, ...options }) => {
      const client = await shell.client("write");
      const amended = { wait, ...options, to: lasting === true ? null : to };
      await shell.answer(await client.wait.amend.mutate(amended), waitView);
    });
