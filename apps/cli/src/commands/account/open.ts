import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { accountFacts } from "./account-view.ts";

/** `cimpro account open` */
export const openCommand = (shell: Shell) =>
  verb("open", {
    summary: "open an account",
    details: "Opens an account. Its id is made of its name unless one is given.",
    examples: [
      'cimpro account open --name "Acme Tools"',
      'cimpro account open --name "Globex" --id globex --time-zone America/New_York --email ap@globex.example',
    ],
    rules: ["INV-1"],
  })
    .requiredOption("--name <name>", "what the customer is called")
    .option("--id <id>", "a short name for commands: lower-case letters, digits and hyphens")
    .option("--opened-on <date>", "when it began (today, unless stated)", asDay)
    .option("--time-zone <zone>", "decides what day today is, such as America/New_York (else the practice's)")
    .option("--billing-anchor <date>", "a day on which one of its billing periods starts (else the policy's)", asDay)
    .option("--address <text>", "as invoices show it")
    .option("--email <address>", "as invoices show it")
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.account.open.mutate(options), (account) => [accountFacts(account)]);
    });
