import type { Shell } from "../../program/shell.ts";
import { checkMachine } from "./machine.ts";

/** One thing that was looked at. */
export interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do when it is not as it should be. */
  readonly advice?: string;
}

export interface Examined {
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

/** Looks at everything a command needs, each for itself: one fault does not hide the next. */
export async function examine(shell: Shell): Promise<Examined> {
  const settings = shell.settings();
  const checks = [
    ...(await checkMachine(shell.terminal)),
    ...(settings.api === undefined
      ? await (await import("./books.ts")).checkBooks(settings, shell.terminal)
      : await (await import("./server.ts")).checkServer(settings.api, shell)),
  ];
  return { ok: checks.every(({ ok }) => ok), checks };
}
