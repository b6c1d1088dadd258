import { exitCodes } from "../../failure/exit-codes.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { left, line } from "../../terminal/block.ts";

/** `cimpro doctor` */
export const doctorCommand = (shell: Shell) =>
  verb("doctor", {
    summary: "check this machine and the database",
    details:
      "Checks what cimpro needs: Node, the clock, the data folder, and the database, or with --api the server. Ends with 1 when something is wrong, and says what to do.",
    examples: ["cimpro doctor", "cimpro doctor --db books.db --json", "cimpro doctor --api http://127.0.0.1:4310"],
  }).action(async () => {
    const { examine } = await import("./examine.ts");
    const examined = await examine(shell);
    if (!examined.ok) shell.endWith(exitCodes.refused);
    await shell.answer(examined, ({ ok, checks }) => [
      {
        kind: "table",
        columns: [left("Check"), left(""), left("Found"), left("What to do")],
        rows: checks.map(({ check, ok: sound, found, advice }) => [check, sound ? "ok" : "WRONG", found, advice ?? ""]),
      },
      ok ? line("All is well.", "good") : line("Something is wrong.", "bad"),
    ]);
  });
