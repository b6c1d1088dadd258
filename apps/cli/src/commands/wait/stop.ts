import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import { usage } from "../../failure/failure.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { waitView } from "./wait-view.ts";

/** `cimpro wait stop` */
export const stopCommand = (shell: Shell) =>
  verb("stop", {
    summary: "a wait is over: it was answered or lifted",
    examples: [
      "cimpro wait stop --account acme-tools --deliverable erp-sync",
      "cimpro wait stop 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --to 2025-03-11",
    ],
    rules: ["LEAD-6"],
  })
    .argument("[wait]", "its id")
    .requiredOption("--account <id>", "whose it is")
    .addOption(new Option("--deliverable <id>", "instead of the id, where it waits for one thing only"))
    .option("--to <date>", "the day it was answered or lifted (today, unless stated)", asDay)
    .action(async (wait, options) => {
      if ((wait === undefined) === (options.deliverable === undefined))
        throw usage("Name the wait, or --deliverable where it waits for one thing only.");
      const client = await shell.client("write");
      await shell.answer(await client.wait.stop.mutate({ wait, ...options }), waitView);
    });
