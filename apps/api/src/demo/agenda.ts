import { addDays } from "@cimpro/domain";

/** What is done on which day. */
export interface Agenda {
  /** Puts a task on a day, after those already there; a task may plan others, for its own day or a later one. */
  plan(day: string, task: () => Promise<unknown>): void;
  /** Does everything planned, day by day; what lies beyond the last day is left undone. */
  play(from: string, through: string): Promise<void>;
}

export function newAgenda(): Agenda {
  const days = new Map<string, (() => Promise<unknown>)[]>();
  return {
    plan: (day, task) => {
      const tasks = days.get(day);
      if (tasks === undefined) days.set(day, [task]);
      else tasks.push(task);
    },
    play: async (from, through) => {
      for (let day = from; day <= through; day = addDays(day, 1))
        // The list grows while it is worked through.
        for (const task of days.get(day) ?? []) await task();
    },
  };
}
