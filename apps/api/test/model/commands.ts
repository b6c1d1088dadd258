import { TRPCClientError } from "@trpc/client";
import fc from "fast-check";
import { expect } from "vitest";
import type { Practice } from "../practice.ts";
import { type Act, type ActName, acts, type Choice } from "./acts.ts";
import { plus } from "./calendar.ts";
import { compare, type Kept } from "./comparison.ts";
import type { PracticeModel } from "./practice-model.ts";

/** The practice that commands go to, and what was seen of it so far. */
export interface Real {
  readonly practice: Practice;
  readonly kept: Kept;
  /** What happened, so that a run can say what its histories were made of. */
  readonly seen: Map<string, number>;
  /** After how many commands the two are compared: after each, unless many histories are to be tried fast. */
  readonly every: number;
  commands: number;
}

type HistoryCommand = fc.AsyncCommand<PracticeModel, Real>;

const choice = fc.record({
  who: fc.nat({ max: 2 }),
  which: fc.nat({ max: 60 }),
  minutes: fc.integer({ min: 1, max: 400 }),
  days: fc.nat({ max: 120 }),
  yes: fc.boolean(),
});

/** One act on both sides, whose refusal must be the one that the rules foresee. */
const command = (name: ActName, chosen: Choice): HistoryCommand => ({
  check: () => true,
  run: async (model, real) => {
    const act: Act = acts[name](model, chosen);
    const answer = await act.call(real.practice.local()).then(
      (value: unknown) => ({ refusal: null, value }),
      (error: unknown) => ({ refusal: codeOf(error), value: null }),
    );
    expect(answer.refusal, `what ${name} is refused with`).toBe(act.refusal);
    act.learn?.(answer.value);
    const what = answer.refusal === null ? name : `${name}: ${answer.refusal}`;
    real.seen.set(what, (real.seen.get(what) ?? 0) + 1);
    await compareNow(model, real);
  },
  toString: () => `${name}(${JSON.stringify(chosen)})`,
});

const passDays = (days: number): HistoryCommand => ({
  check: () => true,
  run: async (model, real) => {
    model.today = plus(model.today, days);
    real.practice.on(model.today);
    real.seen.set("pass days", (real.seen.get("pass days") ?? 0) + 1);
    await compareNow(model, real);
  },
  toString: () => `passDays(${days})`,
});

async function compareNow(model: PracticeModel, real: Real): Promise<void> {
  real.commands += 1;
  if (real.commands % real.every === 0) await compare(model, real.practice, real.kept);
}

function codeOf(error: unknown): string {
  const data: unknown = error instanceof TRPCClientError ? error.data : null;
  const { refusal } = (data ?? {}) as { readonly refusal?: { readonly code: string; readonly message: string } };
  if (refusal === undefined) throw error;
  return refusal.code;
}

/** How often each act stands among the commands. */
const weights: { readonly [Name in ActName]: number } = {
  ...{ log: 26, amend: 5, reverse: 3, writeOff: 2, buy: 4, endAllowance: 1 },
  ...{ issueSow: 1, approveSow: 1, proposeChange: 4, decideChange: 4, startWait: 3, stopWait: 3 },
  ...{ handOver: 5, propose: 3, decidePremium: 5, run: 20, pay: 9, reversePayment: 2 },
  ...{ credit: 10, void: 3, cancel: 1, close: 2 },
};

/** How each history begins: a SOW for most of the work, so that it is soon about more than general work. */
export const beginnings = fc.array(choice, { minLength: 3, maxLength: 4 });

export async function begin(model: PracticeModel, real: Real, choices: readonly Choice[]): Promise<void> {
  const [first] = choices;
  // Hours of another system, and some that are sold.
  for (const chosen of first === undefined ? [] : [first, { ...first, who: 1 }])
    await command("buy", { ...chosen, which: chosen.which % 3 === 0 ? 1 : 5, days: chosen.days % 25 }).run(model, real);
  for (const [at, chosen] of choices.entries()) {
    const one = { ...chosen, which: at, who: at >> 1 };
    for (const name of ["issueSow", "approveSow"] as const)
      await command(name, { ...one, days: chosen.days * 10 + 1 + (chosen.days % 3) }).run(model, real);
  }
}

/** Histories of a whole practice. */
export const histories = (maxCommands: number) => {
  const of = (Object.keys(weights) as ActName[]).flatMap((name) =>
    Array.from({ length: weights[name] }, () => choice.map((chosen) => command(name, chosen))),
  );
  const days = Array.from({ length: 14 }, () => fc.integer({ min: 1, max: 18 }).map(passDays));
  return fc.commands([...of, ...days], { maxCommands, size: "max" });
};
