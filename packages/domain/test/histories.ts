import fc from "fast-check";
import type { CreditReason } from "../src/invoices/credit-memo.ts";
import { addDays, addMonths, type Day, monthOf } from "../src/values/day.ts";
import {
  buy,
  credit,
  endMonthly,
  type Kept,
  keep,
  log,
  pay,
  reverse,
  reversePayment,
  run,
  voidInvoice,
  workedIn,
  writeOff,
} from "./kept-books.ts";
import { lump, monthly, terms } from "./samples.ts";

/** Anything that can happen to an account's books, with `pick` choosing among what is there. */
export type Act =
  | { readonly act: "wait"; readonly days: number }
  | { readonly act: "log"; readonly ago: number; readonly minutes: number; readonly deliverable: string | null }
  | { readonly act: "buy-lump"; readonly ago: number; readonly minutes: number; readonly opening: boolean }
  | { readonly act: "buy-monthly"; readonly ago: number; readonly minutes: number; readonly paid: boolean }
  | { readonly act: "end-monthly"; readonly pick: number }
  | { readonly act: "run"; readonly ago: number }
  | { readonly act: "credit"; readonly pick: number; readonly minutes: number; readonly reason: CreditReason }
  | { readonly act: "void"; readonly pick: number; readonly reason: CreditReason }
  | { readonly act: "reverse"; readonly pick: number }
  | { readonly act: "write-off"; readonly pick: number; readonly minutes: number }
  | { readonly act: "pay"; readonly pick: number | null; readonly amount: number }
  | { readonly act: "reverse-payment"; readonly pick: number };

/** The books, the business day they have reached and how much happened. */
export interface Scene {
  readonly kept: Kept;
  readonly today: Day;
  readonly acts: number;
}

const pick = fc.nat({ max: 50 });
const reason = fc.constantFrom<CreditReason>("rebill", "waive");
const deliverable = fc.constantFrom(null, null, "portal", "price-sync");

const wait = fc.record({ act: fc.constant("wait"), days: fc.integer({ min: 1, max: 30 }) });
export const logging = fc.record({
  act: fc.constant("log"),
  ago: fc.integer({ min: -5, max: 60 }),
  minutes: fc.integer({ min: 1, max: 600 }),
  deliverable,
});
const buying = fc.oneof(
  fc.record({
    act: fc.constant("buy-lump"),
    ago: fc.integer({ min: -5, max: 70 }),
    minutes: fc.integer({ min: 1, max: 1500 }),
    opening: fc.boolean(),
  }),
  fc.record({
    act: fc.constant("buy-monthly"),
    ago: fc.integer({ min: -5, max: 80 }),
    minutes: fc.integer({ min: 1, max: 1500 }),
    paid: fc.boolean(),
  }),
);
const running = fc.record({ act: fc.constant("run"), ago: fc.integer({ min: 0, max: 30 }) });
const correcting = fc.oneof(
  fc.record({ act: fc.constant("credit"), pick, minutes: fc.integer({ min: 1, max: 900 }), reason }),
  fc.record({ act: fc.constant("void"), pick, reason }),
  fc.record({ act: fc.constant("reverse"), pick }),
  fc.record({ act: fc.constant("write-off"), pick, minutes: fc.integer({ min: 1, max: 900 }) }),
);
const paying = fc.oneof(
  fc.record({ act: fc.constant("pay"), pick: fc.option(pick), amount: fc.integer({ min: 1, max: 400_000 }) }),
  fc.record({ act: fc.constant("reverse-payment"), pick }),
);
const ending = fc.record({ act: fc.constant("end-monthly"), pick });

/** What differs among the terms: all that changes where a minute goes. */
interface Settings {
  readonly activation: "on-purchase" | "on-payment";
  readonly rolloverCapMinutes: number;
  readonly periodDays: number;
  readonly risesOn: Day;
}

const anySettings: fc.Arbitrary<Settings> = fc.record({
  activation: fc.constantFrom("on-purchase", "on-payment"),
  rolloverCapMinutes: fc.constantFrom(0, 120, 100_000),
  periodDays: fc.constantFrom(7, 14, 31),
  risesOn: fc.constantFrom("2024-02-05", "2024-02-14"),
});

const termsOf = ({ periodDays, risesOn, ...allowances }: Settings) =>
  terms({
    allowances,
    billing: { periodDays },
    rateCard: [
      { validFrom: "2024-01-01", ratePerHour: 23_500 },
      { validFrom: risesOn, ratePerHour: 24_417 },
    ],
  });

/** Acts, and the terms they happen under. */
export interface History {
  readonly settings: Settings;
  readonly acts: readonly Act[];
}

/** Long enough that runs, roll-over and corrections meet. */
const historyOf = (act: fc.Arbitrary<Act>): fc.Arbitrary<History> =>
  fc.record({ settings: anySettings, acts: fc.array(act, { minLength: 10, maxLength: 45, size: "max" }) });

/** Work and purchases only, before any run. */
export const unbilled = historyOf(fc.oneof({ arbitrary: logging, weight: 5 }, buying));

/** Work, purchases, runs and time passing; nobody pays or corrects anything. */
export const uncorrected = historyOf(
  fc.oneof({ arbitrary: logging, weight: 8 }, { arbitrary: running, weight: 2 }, buying, wait, ending),
);

/** Everything, in any order. */
export const anything = historyOf(
  fc.oneof(
    { arbitrary: logging, weight: 12 },
    { arbitrary: buying, weight: 4 },
    { arbitrary: wait, weight: 2 },
    { arbitrary: running, weight: 5 },
    { arbitrary: correcting, weight: 4 },
    { arbitrary: paying, weight: 3 },
    ending,
  ),
);

/** The scene after all the acts. The books begin some way into the year, so that most work lies before them. */
export function play({ settings, acts }: History): Scene {
  const empty: Scene = { kept: keep(termsOf(settings)), today: "2024-03-01", acts: 0 };
  return acts.reduce<Scene>((scene, act) => perform(scene, act), empty);
}

type Performances = { readonly [A in Act["act"]]: (scene: Scene, act: Extract<Act, { act: A }>, id: string) => Scene };

const performances: Performances = {
  wait: (scene, { days }) => ({ ...scene, today: addDays(scene.today, days) }),
  log: (scene, { ago, minutes, deliverable: on }, id) =>
    written(scene, log(scene.kept, { id, on: addDays(scene.today, -ago), minutes, deliverable: on })),
  "buy-lump": (scene, { ago, minutes, opening }, id) => {
    const { kept, today } = scene;
    const allowance = lump(id, {
      validFrom: addDays(today, -ago),
      minutes,
      opening,
      sequence: kept.books.allowances.length,
    });
    return written(scene, buy(kept, allowance, today));
  },
  "buy-monthly": (scene, { ago, minutes, paid }, id) => {
    const { kept, today } = scene;
    const firstMonth = monthOf(addDays(today, -ago));
    return written(
      scene,
      buy(kept, monthly(id, { firstMonth, minutes, paid, sequence: kept.books.allowances.length }), today),
    );
  },
  "end-monthly": (scene, act) => {
    const { kept, today } = scene;
    const allowance = picked(kept.books.allowances, act.pick);
    const lastMonth = addMonths(monthOf(today), act.pick % 2);
    return allowance === undefined ? scene : written(scene, endMonthly(kept, allowance.id, lastMonth, today));
  },
  run: (scene, { ago }) => written(scene, run(scene.kept, addDays(scene.today, -ago), scene.today)),
  credit: (scene, act) => {
    const invoice = picked(scene.kept.invoices, act.pick);
    const line = picked(invoice?.lines ?? [], act.pick);
    if (invoice === undefined || line === undefined) return scene;
    return written(scene, credit(scene.kept, invoice.number, line.line, act.minutes, act.reason, scene.today));
  },
  void: (scene, act) => {
    const invoice = picked(scene.kept.invoices, act.pick);
    return invoice === undefined
      ? scene
      : written(scene, voidInvoice(scene.kept, invoice.number, act.reason, scene.today));
  },
  reverse: (scene, act) => {
    const entry = picked(workedIn(scene.kept), act.pick);
    return entry === undefined ? scene : written(scene, reverse(scene.kept, entry.id, scene.today));
  },
  "write-off": (scene, act) => {
    const entry = picked(workedIn(scene.kept), act.pick);
    return entry === undefined ? scene : written(scene, writeOff(scene.kept, entry.id, act.minutes, scene.today));
  },
  pay: (scene, act, id) => {
    const named = act.pick === null ? undefined : picked(scene.kept.invoices, act.pick);
    return written(scene, pay(scene.kept, id, act.amount, scene.today, named?.number ?? null));
  },
  "reverse-payment": (scene, act) => {
    const payment = picked(
      [...scene.kept.books.payments.values()].filter(({ reversedOn }) => reversedOn === null),
      act.pick,
    );
    return payment === undefined ? scene : written(scene, reversePayment(scene.kept, payment.id, scene.today));
  },
};

function perform<A extends Act["act"]>(scene: Scene, act: Extract<Act, { act: A }>): Scene {
  const performance = performances[act.act] as (scene: Scene, act: Act, id: string) => Scene;
  const next = performance(scene, act, `${act.act}-${scene.acts + 1}`);
  return { ...next, acts: scene.acts + 1 };
}

const written = (scene: Scene, kept: Kept): Scene => ({ ...scene, kept });

const picked = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
