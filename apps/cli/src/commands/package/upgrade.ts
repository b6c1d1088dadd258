import { asCents, asDay, asWhole } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { packageWords, subscriptionBlocks } from "./subscription-view.ts";

/** `cimpro package upgrade` */
export const upgradeCommand = (shell: Shell) =>
  verb("upgrade", {
    summary: "go over from one labor package to another",
    details:
      "Ends a labor package with the day before another begins, for the same project or program. Nothing of it is invoiced here: package prices are not published.",
    examples: [
      "cimpro package upgrade guide --account acme-tools --package guide --units 2",
      "cimpro package upgrade guide --account acme-tools --package consultant --units 2 --from 2025-06-01",
    ],
    rules: ["PKG-1", "PKG-7"],
  })
    .argument("<subscription>", "the id of the one that is left")
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--package <id>", "what follows: advocate, guide or consultant")
    .option("--units <n>", "how many (1, unless stated)", asWhole(1))
    .option("--from <date>", "the first day of the new one (today, unless stated)", asDay)
    .option("--monthly-fee <cents>", "a month's price, if one was agreed", asCents)
    .option("--note <text>", "what it is for")
    .option("--id <id>", "a short name of the new one for commands (that of the package, unless stated)")
    .action(async (subscription, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.package.upgrade.mutate({ subscription, ...options }), ({ ended, ...begun }) => [
        line(`${ended.id} (${packageWords(ended)}) ends with ${ended.lastOn}.`),
        ...subscriptionBlocks(begun),
      ]);
    });
