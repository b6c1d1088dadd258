import { expect, test } from "vitest";
import { progressOn } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** A terminal whose clock the test turns. */
function clockwork(errIsTerminal: boolean) {
  const state = { now: 0, said: "" };
  const err = (text: string) => {
    state.said += text;
  };
  return { state, terminal: { errIsTerminal, err, now: () => state.now } as Terminal };
}

test("one line rewrites itself, at most ten times a second, and is gone at the end", () => {
  const { state, terminal } = clockwork(true);
  const progress = progressOn(terminal, "telling");
  for (const [at, text] of [
    [0, "one"],
    [50, "two"],
    [120, "three"],
  ] as const) {
    state.now = at;
    progress.tell(text);
  }
  progress.end();
  expect(state.said).toBe("\r\u001b[Kone\r\u001b[Kthree\r\u001b[K");
});

test("nobody sees it without a terminal, or who asked for quiet", () => {
  const { state, terminal } = clockwork(false);
  progressOn(terminal, "telling").tell("one");
  progressOn(clockwork(true).terminal, "quiet").tell("one");
  expect(state.said).toBe("");
});
