import { ReviewOutcome } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { updateView } from "./update-view.ts";

/** `cimpro update review` */
export const reviewCommand = (shell: Shell) =>
  verb("review", {
    summary: "decide whether a customization works with an update",
    details:
      "Decides a compatibility review. What needs work becomes a new deliverable, scoped and estimated like any other; what is retired leaves long-term support.",
    examples: [
      "cimpro update review erp-sync --account acme-tools --outcome compatible",
      'cimpro update review erp-sync --account acme-tools --update 5-12 --outcome needs-work --note "The hooks changed"',
    ],
    rules: ["PROC-8", "PROC-9"],
  })
    .argument("<customization>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .addOption(new Option("--outcome <outcome>", "what came out").choices(ReviewOutcome.options).makeOptionMandatory())
    .option("--update <id>", "of which update (the one with an open review, unless stated)")
    .option("--note <text>", "what was found")
    .option("--on <date>", "when (today, unless stated)", asDay)
    .action(async (customization, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.update.review.mutate({ customization, ...options }), ({ update, work }) => [
        ...updateView(update),
        ...(work === null ? [] : [line(`New work: ${work.id}.`)]),
      ]);
    });
