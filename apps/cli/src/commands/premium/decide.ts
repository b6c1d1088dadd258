import type { PremiumDecision } from "@cimpro/domain";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import type { Block } from "../../terminal/block.ts";
import { memoView } from "../credit-view.ts";
import { decisionView } from "./decision-view.ts";

type Memo = Parameters<typeof memoView>[0];

const view = ({
  decision,
  creditMemos,
}: {
  readonly decision: PremiumDecision;
  readonly creditMemos: readonly Memo[];
}): readonly Block[] => [...decisionView(decision), ...creditMemos.flatMap(memoView)];

/** `cimpro premium propose` */
export const proposeCommand = (shell: Shell) =>
  verb("propose", {
    summary: "work the settlement of a delivered deliverable out anew",
    details:
      "Works the settlement of a delivered deliverable out anew, from the records as they are now. What is a duty is settled at once, what may be credited or downgraded is proposed.",
    examples: [
      "cimpro premium propose --account acme-tools --deliverable erp-sync",
      "cimpro premium propose --account acme-tools --deliverable erp-sync --delivered-on 2025-03-13",
    ],
    rules: ["LEAD-3", "LEAD-4", "LEAD-8"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what was delivered")
    .option("--delivered-on <date>", "for a delivery that nothing here states", asDay)
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.premium.propose.mutate(options), view);
    });

/** `cimpro premium confirm` */
export const confirmCommand = (shell: Shell) =>
  verb("confirm", {
    summary: "confirm a proposed settlement: invoiced premium is credited",
    details:
      "Confirms what was proposed: premium that was invoiced comes back as one credit memo for each invoice, and time not invoiced yet carries the settled premium.",
    examples: ["cimpro premium confirm --account acme-tools --deliverable erp-sync"],
    rules: ["LEAD-4", "LEAD-8", "INV-3"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what was delivered")
    .option("--reason <text>", "a word about it")
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.premium.confirm.mutate(options), view);
    });

/** `cimpro premium decline` */
export const declineCommand = (shell: Shell) =>
  verb("decline", {
    summary: "decline a proposed settlement: the premium stays due",
    examples: [
      'cimpro premium decline --account acme-tools --deliverable erp-sync --reason "Handed over in the evening, as agreed"',
    ],
    rules: ["LEAD-4", "LEAD-8"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what was delivered")
    .requiredOption("--reason <text>", "why the premium stays due")
    .action(async (options) => {
      const client = await shell.client("write");
      await shell.answer(await client.premium.decline.mutate(options), view);
    });
