import { asPhaseEstimate } from "../../arguments/phase-estimate.ts";
import { repeated } from "../../arguments/repeated.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { deliverableFacts, estimateTable } from "./deliverable-view.ts";

/** `cimpro deliverable estimate` */
export const estimateCommand = (shell: Shell) =>
  verb("estimate", {
    summary: "state how long its phases will take",
    details:
      "States how long phases of the process will take; other phases keep their estimates. A SOW is issued with them.",
    examples: [
      "cimpro deliverable estimate erp-sync-mapping --account acme-tools --phase discovery=4h --phase implementation=24h",
    ],
    rules: ["DLV-1", "DLV-2"],
  })
    .argument("<deliverable>", "its id")
    .requiredOption("--account <id>", "whose it is")
    .requiredOption(
      "--phase <phase=duration>",
      "discovery=4h; may be stated several times, discovery=0m takes one back",
      repeated(asPhaseEstimate),
    )
    .action(async (deliverable, { account, phase }) => {
      const client = await shell.client("write");
      const estimated = await client.deliverable.estimate.mutate({ account, deliverable, estimates: phase });
      await shell.answer(estimated, (each) => [deliverableFacts(each), ...estimateTable(each.estimates)]);
    });
