import { CommanderError } from "@commander-js/extra-typings";
import type { ExitCode } from "../failure/exit-codes.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { wantsJson } from "./argument-words.ts";
import { programFor } from "./program.ts";
import { openShell } from "./shell.ts";

/** Carries out one command line; never throws. Gives what the process ends with. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const shell = openShell(terminal);
  const said: string[] = [];
  try {
    const program = await programFor(args, shell, (text) => said.push(text));
    await program.parseAsync([...args], { from: "user" });
    await shell.close();
    return shell.exitCode();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // The first fault is the one to tell.
    await shell.close().catch(() => {});
    const { tell } = await import("../failure/tell.ts");
    return tell(error, said.join(""), wantsJson(args, terminal) ? "json" : "text", terminal);
  }
}
