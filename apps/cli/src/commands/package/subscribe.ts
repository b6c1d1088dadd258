import { PackageContext } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asCents, asDay, asWhole } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { subscriptionBlocks } from "./subscription-view.ts";

/** `cimpro package subscribe` */
export const subscribeCommand = (shell: Shell) =>
  verb("subscribe", {
    summary: "order a labor package for an account",
    details:
      "Orders a labor package. Its billing month begins on the order date's day. It is not invoiced here: package prices are not published.",
    examples: [
      "cimpro package subscribe --account acme-tools --package guide --units 2",
      "cimpro package subscribe --account acme-tools --package consultant --ordered-on 2025-03-03 --context program",
    ],
    rules: ["PKG-1", "PKG-2", "PKG-3", "PKG-7"],
  })
    .requiredOption("--account <id>", "who orders")
    .requiredOption("--package <id>", "advocate, guide or consultant")
    .option("--units <n>", "how many (1, unless stated)", asWhole(1))
    .option("--ordered-on <date>", "the day of the order (today, unless stated)", asDay)
    .addOption(
      new Option("--context <context>", "a self-service project or an active program (project, unless stated)").choices(
        PackageContext.options,
      ),
    )
    .option("--monthly-fee <cents>", "a month's price, if one was agreed", asCents)
    .option("--note <text>", "what it is for")
    .option("--id <id>", "a short name for commands (that of the package, unless stated)")
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.package.subscribe.mutate(options), subscriptionBlocks);
    });
