import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { accountFacts } from "./account-view.ts";

/** `cimpro account edit` */
export const editCommand = (shell: Shell) =>
  verb("edit", {
    summary: "change an account's name, address or billing periods",
    details: "Changes what is stated and keeps the rest. Issued invoices keep what they said.",
    examples: ['cimpro account edit acme-tools --email ap@acme.example --address "1 Main Street"'],
    rules: ["INV-3"],
  })
    .argument("<account>", "its id")
    .option("--name <name>", "what the customer is called")
    .option("--time-zone <zone>", "decides what day today is, such as America/New_York")
    .option("--billing-anchor <date>", "a day on which one of its billing periods starts", asDay)
    .option("--address <text>", "as invoices show it")
    .option("--email <address>", "as invoices show it")
    .action(async (account, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.account.edit.mutate({ account, ...options }), (edited) => [accountFacts(edited)]);
    });
