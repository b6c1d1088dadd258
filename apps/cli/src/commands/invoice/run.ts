import { setInterval } from "node:timers";
import { asDay } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { runView } from "./run-view.ts";

/** `cimpro invoice run` */
export const runCommand = (shell: Shell) =>
  verb("run", {
    summary: "the billing run: close periods and issue their invoices",
    details:
      "Issues the allowance invoices of every month begun, then closes every period that ended, oldest first, with one invoice for its uncovered work. Running it again, also after it was cut off, issues nothing twice. An account that would get more invoices on one day than the policy thinks possible is left alone, and said so (exit code 1).",
    examples: [
      "cimpro invoice run --through 2025-03-16 --dry-run",
      "cimpro invoice run --through 2025-03-16",
      "cimpro invoice run --through 2025-03-16 --expect 5b6f7c…",
    ],
    rules: ["INV-1", "INV-2", "INV-3", "INV-4", "ALW-4", "ALW-6"],
  })
    .requiredOption("--through <date>", "close every period whose last day is this day or before", asDay)
    .option("--account <id>", "of this account only")
    .option("--expect <digest>", "refuse if the books changed since this draft")
    .action(async (options) => {
      const client = await shell.client("write");
      const progress = shell.progress();
      const started = shell.terminal.now();
      const seconds = () => Math.round((shell.terminal.now() - started) / 1000);
      const timer = setInterval(() => progress.tell(`The billing run is under way, ${seconds()} s …`), 1000);
      try {
        const done = await client.invoice.run.mutate(options);
        progress.end();
        await shell.answer(done, runView);
        // Whoever only looks at the exit code learns that somebody must look.
        if (done.parked.length > 0) shell.endWith(1);
      } finally {
        clearInterval(timer);
        progress.end();
      }
    });
