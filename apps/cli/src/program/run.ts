import { CommanderError } from "@commander-js/extra-typings";
import type { ExitCode } from "../failure/exit-codes.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { wantsJson } from "./argument-words.ts";
import { settingsFrom } from "./global-options.ts";
import { lacksAccount, ownAccount, withAccount } from "./own-account.ts";
import { programFor } from "./program.ts";
import { type OpenShell, openShell } from "./shell.ts";

/** Carries out one command line; never throws. Gives what the process ends with. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const shell = openShell(terminal);
  const said: string[] = [];
  try {
    await carryOut(args, shell, said);
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

/** A customer need not name their account: their token stands for it, so a line that lacks it is read once more with it. */
async function carryOut(args: readonly string[], shell: OpenShell, said: string[]): Promise<void> {
  const hear = (text: string) => void said.push(text);
  const program = await programFor(args, shell, hear);
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!lacksAccount(error)) throw error;
    const own = await ownAccount(settingsFrom(program.opts(), shell.terminal), shell.terminal);
    const whole = own === null ? null : withAccount(args, error, own);
    if (whole === null) throw error;
    said.length = 0;
    await (await programFor(whole, shell, hear)).parseAsync([...whole], { from: "user" });
  }
}
