import type { Terminal } from "./terminal.ts";

/** One line that tells how far a long work is; it rewrites itself and is gone when the work is done. */
export interface Progress {
  readonly tell: (text: string) => void;
  readonly end: () => void;
}

const silent: Progress = { tell: () => {}, end: () => {} };

/** At most ten times a second: a terminal is slow. */
const restMilliseconds = 100;

/** Only people see progress: on a terminal, and unless they asked for quiet. */
export function progressOn(terminal: Terminal, quiet: "quiet" | "telling"): Progress {
  if (!terminal.errIsTerminal || quiet === "quiet") return silent;
  const last = { told: Number.NEGATIVE_INFINITY, shown: false };
  return {
    tell(text) {
      const now = terminal.now();
      if (now - last.told < restMilliseconds) return;
      last.told = now;
      last.shown = true;
      terminal.err(`\r\u001b[K${text}`);
    },
    end() {
      if (last.shown) terminal.err("\r\u001b[K");
    },
  };
}
