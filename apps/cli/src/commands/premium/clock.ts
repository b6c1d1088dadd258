import type { LeadTimeClock } from "@cimpro/domain";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, facts, left, line, right } from "../../terminal/block.ts";

/** `cimpro premium clock` */
export const clockCommand = (shell: Shell) =>
  verb("clock", {
    summary: "where the lead time of a deliverable stands, day by day",
    examples: [
      "cimpro premium clock --account acme-tools --deliverable erp-sync",
      "cimpro premium clock --account acme-tools --deliverable erp-sync --as-of 2025-03-11",
    ],
    rules: ["LEAD-5", "LEAD-6", "LEAD-7"],
    takesAsOf: true,
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what was promised")
    .action(async (options) => {
      const { asOf, today } = shell.settings();
      // The day is part of the question here: anybody may ask where a promise stands on a day, today or not.
      const client = await shell.client("read", { ...shell.settings(), today: undefined });
      const clock = await client.leadTime.clock.query({ ...options, asOf: asOf ?? today });
      await shell.answer(clock, clockView);
    });

function clockView(clock: LeadTimeClock): readonly Block[] {
  const { dueDates, daysLeft } = clock;
  return [
    line(clock.sentence, clock.atRisk ? "bad" : undefined),
    facts(
      ["Lead time", clock.leadTime],
      ["Clock", clock.state.replaceAll("-", " ")],
      ["Approved", clock.approvedOn],
      ["Started", clock.startedOn],
      ["Rush due", dueWords(dueDates.moved.rush, dueDates.original.rush)],
      ["Expedited due", dueWords(dueDates.moved.expedited, dueDates.original.expedited)],
      ["Delivered", clock.deliveredOn],
      ["Business days left", daysLeft === null ? null : String(daysLeft)],
      ["Guarantee", clock.guaranteed ? null : "ended by a change order"],
    ),
    {
      kind: "table",
      title: "Days on which the clock stood still",
      columns: [left("From"), left("To"), right("Business days"), left("Because of")],
      rows: clock.tolledDays.map(({ from, to, businessDays, whose }) => [from, to, String(businessDays), whose]),
      empty: "None.",
    },
  ];
}

const dueWords = (due: string | undefined, original: string | undefined): string | undefined =>
  due === undefined || due === original ? due : `${due}, instead of ${original}`;
