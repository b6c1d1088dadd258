import { notConfirmed } from "../failure/failure.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Settings } from "./settings.ts";

/**
 * Asks before a step that cannot be taken back: whoever sits at the terminal; elsewhere `--yes` is the answer. What is
 * only worked out is not asked about.
 */
export async function confirmFinal(
  command: string,
  final: string,
  { yes, dryRun }: Pick<Settings, "yes" | "dryRun">,
  { ask }: Pick<Terminal, "ask">,
): Promise<void> {
  if (yes || dryRun) return;
  if (ask === null)
    throw notConfirmed(
      `${final} "cimpro ${command}" is not done unasked: repeat it with --yes, or look with --dry-run.`,
    );
  if (!(await isAgreed(ask, final))) throw notConfirmed("Not confirmed: nothing was done.");
}

/** Whether somebody says yes; anything else, and leaving, is a no. */
export async function isAgreed(ask: NonNullable<Terminal["ask"]>, what: string): Promise<boolean> {
  const said = await ask(`${what} Go on? [y/N] `);
  return /^(y|yes)$/i.test(said?.trim() ?? "");
}
