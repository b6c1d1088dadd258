import { setTimeout as pause } from "node:timers/promises";

/** How long a caller waits for others before it is told that the database is busy. */
export const patienceMs = 30_000;

/** The longest that a waiter rests between two tries. */
export const longestRestMs = 4.5;

/** Tries again while the error is one that passes, never in step with others. */
export async function patiently<T>(
  attempt: () => T | Promise<T>,
  passes: (error: unknown) => boolean,
  forMs: number = patienceMs,
): Promise<T> {
  const until = performance.now() + forMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!passes(error) || performance.now() >= until) throw error;
    }
    await pause(1 + Math.random() * (longestRestMs - 1));
  }
}
