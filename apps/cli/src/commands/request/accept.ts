import { AcceptedAs, DeliverableKind } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { requestView } from "./request-view.ts";

/** `cimpro request accept` */
export const acceptCommand = (shell: Shell) =>
  verb("accept", {
    summary: "accept a request as what it becomes",
    details:
      "Accepts a request as what it becomes. As a deliverable it is added to the account's work, unless --deliverable names one that is there; as a product bug it becomes a task for the product team, unless --product-item or --reference names one. Whoever was not followed up by then is so with the decision.",
    examples: [
      "cimpro request accept 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --as deliverable --id price-breaks",
      "cimpro request accept 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --as deliverable --deliverable erp-sync",
      "cimpro request accept 6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11 --account acme-tools --as support-ticket --reference T-1042",
    ],
    rules: ["REQ-4", "DLV-1", "PROD-2"],
  })
    .argument("<request>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .addOption(new Option("--as <what>", "what it becomes").choices(AcceptedAs.options).makeOptionMandatory())
    .option("--reference <text>", "where that is found, such as a ticket's number")
    .option("--deliverable <id>", "a deliverable that is there already")
    .option("--product-item <uuid>", "a task of the product team that is there already")
    .option("--id <id>", "a short name for the new deliverable (made of its name, unless stated)")
    .option("--name <name>", "what the new deliverable is called (the request's title, unless stated)")
    .addOption(new Option("--kind <kind>", "what kind of deliverable").choices(DeliverableKind.options))
    .option("--on <date>", "when that was decided (today, unless stated)", asDay)
    .action(async (request, options) => {
      const client = await shell.client("write");
      await shell.answer(await client.request.accept.mutate({ request, ...options }), requestView);
    });
