import { patienceMs } from "./patience.ts";
import { StoreProblem } from "./problem.ts";

/** At most `size` things, lent in the order in which they were asked for. */
export interface Pool<T> {
  use<R>(task: (item: T) => Promise<R>): Promise<R>;
  /** Waits for what is lent and what was asked for before. */
  close(): Promise<void>;
}

export interface Lent<T> {
  make(): Promise<T>;
  usable(item: T): boolean;
  dispose(item: T): void;
}

/** With size 1 this is a first-come, first-served mutex. */
export function pool<T>(size: number, { make, usable, dispose }: Lent<T>, first: readonly T[] = []): Pool<T> {
  const idle = [...first];
  const waiting = new Set<() => void>();
  const state = { free: size, closed: false };

  const enter = (forMs = Number.POSITIVE_INFINITY) =>
    new Promise<void>((resolve, reject) => {
      if (state.free > 0) {
        state.free -= 1;
        return resolve();
      }
      const turn = () => {
        waiting.delete(turn);
        clearTimeout(alarm);
        resolve();
      };
      const giveUp = () => {
        waiting.delete(turn);
        reject(new StoreProblem("DATABASE_BUSY", "Too much is waiting for the database: try again in a while."));
      };
      const alarm = forMs === Number.POSITIVE_INFINITY ? undefined : setTimeout(giveUp, forMs);
      waiting.add(turn);
    });

  const leave = () => {
    // The place goes to the next in line, not back to the pile, so that no newcomer overtakes.
    const [next] = waiting;
    if (next) next();
    else state.free += 1;
  };

  return {
    async use(task) {
      if (state.closed) throw new Error("the database is closed");
      await enter(patienceMs);
      try {
        const item = idle.pop() ?? (await make());
        try {
          return await task(item);
        } finally {
          if (usable(item)) idle.push(item);
          else dispose(item);
        }
      } finally {
        leave();
      }
    },
    async close() {
      if (state.closed) return;
      state.closed = true;
      for (let place = 0; place < size; place += 1) await enter();
      for (const item of idle.splice(0)) dispose(item);
    },
  };
}
