import { formatDuration } from "@cimpro/domain";
import { everyPage } from "../../client/every-page.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, right } from "../../terminal/block.ts";

/** `cimpro phase board` */
export const boardCommand = (shell: Shell) =>
  verb("board", {
    summary: "every open deliverable of the practice, with its days, its time and what holds it up",
    examples: ["cimpro phase board", "cimpro phase board --phase testing"],
    rules: ["PROC-7", "LEAD-6", "INV-5"],
  })
    .option("--phase <id>", "only those in this phase")
    .action(async ({ phase }) => {
      const client = await shell.client("read");
      const board = await everyPage(undefined, (place) => client.phase.board.query({ ...place, phase }));
      await shell.answer(board, ({ items }) => [
        {
          kind: "table",
          columns: [
            left("Phase"),
            left("Account"),
            left("Deliverable"),
            right("Days"),
            right("Estimate"),
            right("Worked"),
            left("Held up by"),
          ],
          rows: items.map((each) => [
            each.phase,
            each.account,
            each.deliverable,
            each.daysInPhase === null ? "" : String(each.daysInPhase),
            formatDuration(each.estimatedMinutes),
            formatDuration(each.workedMinutes),
            blockerWords(each.blocker),
          ]),
          empty: "Nothing is open.",
        },
      ]);
    });

function blockerWords({
  stopped,
  waits,
  missing,
  nextCondition,
}: {
  readonly stopped: boolean;
  readonly waits: readonly { readonly whose: string; readonly from: string }[];
  readonly missing: number;
  readonly nextCondition: string | null;
}): string {
  return [
    ...(stopped ? ["work is stopped"] : []),
    ...waits.map(({ whose, from }) => `waits for the ${whose} since ${from}`),
    ...(missing === 0 ? ["ready to advance"] : [`${missing} missing: ${nextCondition ?? ""}`]),
  ].join("; ");
}
