import { addDays, defaultPolicy } from "@cimpro/domain";
import { TRPCClientError } from "@trpc/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Api } from "./client.ts";
import { openPractice } from "./practice.ts";

const accounts = ["acme", "beta"] as const;

/** Where a history has got to. */
interface Scene {
  readonly api: Api;
  today: string;
  /** Refusals so far, by code: a history that is only refused proves nothing. */
  readonly refusals: Map<string, number>;
}

/** Something that a person does, with `pick` choosing among what is there. */
type Act = readonly [name: string, act: (scene: Scene) => Promise<unknown>];

const account = fc.constantFrom(...accounts);
const pick = fc.nat({ max: 60 });
const ago = fc.integer({ min: 0, max: 60 });
const reason = fc.constantFrom("rebill" as const, "waive" as const);
const picked = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

const entries = async ({ api }: Scene) => (await api.time.list.query({ limit: 500 })).items;
const invoices = async ({ api }: Scene) => (await api.invoice.list.query({ limit: 500 })).items;

const logging = fc
  .record({ account, ago, minutes: fc.integer({ min: 1, max: 500 }), billable: fc.nat(9) })
  .map(
    ({ ago: days, billable, ...work }): Act => [
      `log ${work.minutes} ${days} days ago for ${work.account}`,
      ({ api, today }) => api.time.log.mutate({ ...work, on: addDays(today, -days), billable: billable > 0 }),
    ],
  );
const buying = fc
  .record({
    account,
    kind: fc.constantFrom("lump-sum" as const, "monthly" as const),
    ago,
    minutes: fc.integer({ min: 1, max: 1200 }),
    paid: fc.boolean(),
    opening: fc.boolean(),
  })
  .map(
    ({ ago: days, ...purchase }): Act => [
      `buy ${JSON.stringify(purchase)} from ${days} days ago`,
      ({ api, today }) => api.allowance.buy.mutate({ ...purchase, on: addDays(today, -days) }),
    ],
  );
const ending = fc.record({ account, pick, months: fc.nat(2) }).map(
  (end): Act => [
    "end an allowance",
    async ({ api, today }) => {
      const { items } = await api.allowance.list.query({ account: end.account });
      const chosen = picked(items, end.pick);
      const lastMonth = addDays(today, end.months * 28).slice(0, 7);
      if (chosen) await api.allowance.end.mutate({ account: end.account, allowance: chosen.id, lastMonth });
    },
  ],
);
const waiting = fc.integer({ min: 1, max: 25 }).map(
  (days): Act => [
    `wait ${days} days`,
    async (scene) => {
      scene.today = addDays(scene.today, days);
    },
  ],
);
/** A run does what its draft said; run again, it does nothing. */
const running = fc.nat({ max: 20 }).map(
  (days): Act => [
    `run through ${days} days ago`,
    async ({ api, today }) => {
      const through = addDays(today, -days);
      const { digest, ...draft } = await api.invoice.draft.query({ through });
      const run = await api.invoice.run.mutate({ through, expect: digest });
      expect({ ...run, invoices: run.invoices.map((each) => ({ ...each, number: null })) }).toEqual(draft);
      expect((await api.invoice.run.mutate({ through })).closedPeriods).toBe(0);
    },
  ],
);
const crediting = fc
  .record({ pick, line: fc.integer({ min: 1, max: 2 }), minutes: fc.integer({ min: 1, max: 400 }), reason })
  .map(
    ({ pick: at, ...credit }): Act => [
      `credit ${JSON.stringify(credit)}`,
      async (scene) => {
        const invoice = picked(await invoices(scene), at);
        if (invoice) await scene.api.credit.issue.mutate({ ...credit, number: invoice.number });
      },
    ],
  );
const voiding = fc.record({ pick, reason }).map(
  ({ pick: at, reason: why }): Act => [
    `void (${why})`,
    async (scene) => {
      const invoice = picked(await invoices(scene), at);
      if (invoice) await scene.api.invoice.void.mutate({ number: invoice.number, reason: why });
    },
  ],
);
const suspending = fc.record({ pick, resume: fc.boolean() }).map(
  ({ pick: at, resume }): Act => [
    resume ? "resume" : "suspend",
    async (scene) => {
      const number = picked(await invoices(scene), at)?.number;
      if (number === undefined) return;
      if (resume) await scene.api.invoice.resume.mutate({ number });
      else await scene.api.invoice.suspend.mutate({ number, reason: "Disputed" });
    },
  ],
);
const paying = fc
  .record({ account, pick: fc.option(pick), amount: fc.integer({ min: 1, max: 300_000 }), ago: fc.nat(9) })
  .map(
    (payment): Act => [
      `pay ${payment.amount} for ${payment.account}`,
      async (scene) => {
        const named = payment.pick === null ? undefined : picked(await invoices(scene), payment.pick);
        const { amount } = payment;
        const on = addDays(scene.today, -payment.ago);
        await scene.api.payment.record.mutate({ account: payment.account, amount, on, invoice: named?.number });
      },
    ],
  );
const unpaying = fc.record({ account, pick }).map(
  (payment): Act => [
    "take a payment back",
    async ({ api }) => {
      const { items } = await api.payment.list.query({ account: payment.account });
      const chosen = picked(items, payment.pick);
      if (chosen) await api.payment.reverse.mutate({ account: payment.account, payment: chosen.id });
    },
  ],
);
const changes = fc.record(
  { minutes: fc.integer({ min: 1, max: 500 }), days: ago, billable: fc.boolean(), note: fc.constant("Corrected") },
  { requiredKeys: [] },
);
const amending = fc.record({ pick, change: changes }).map(
  ({ pick: at, change: { days, ...change } }): Act => [
    `amend ${JSON.stringify({ days, ...change })}`,
    async (scene) => {
      const entry = picked(await entries(scene), at);
      const on = days === undefined ? {} : { on: addDays(scene.today, -days) };
      if (entry) await scene.api.time.amend.mutate({ account: entry.account, entry: entry.id, ...change, ...on });
    },
  ],
);
const reversing = pick.map(
  (at): Act => [
    "reverse an entry",
    async (scene) => {
      const entry = picked(await entries(scene), at);
      if (entry) await scene.api.time.reverse.mutate({ account: entry.account, entry: entry.id });
    },
  ],
);
const writingOff = fc.record({ pick, minutes: fc.integer({ min: 1, max: 300 }) }).map(
  ({ pick: at, minutes }): Act => [
    `write off ${minutes}`,
    async (scene) => {
      const entry = picked(await entries(scene), at);
      if (entry === undefined) return;
      const target = { account: entry.account, entry: entry.id };
      await scene.api.time.writeOff.mutate({ ...target, minutes, reason: "Goodwill" });
    },
  ],
);

const act = fc.oneof(
  { arbitrary: logging, weight: 12 },
  { arbitrary: buying, weight: 4 },
  { arbitrary: running, weight: 6 },
  { arbitrary: waiting, weight: 3 },
  { arbitrary: paying, weight: 5 },
  { arbitrary: crediting, weight: 4 },
  { arbitrary: amending, weight: 4 },
  { arbitrary: writingOff, weight: 2 },
  { arbitrary: reversing, weight: 2 },
  { arbitrary: suspending, weight: 2 },
  { arbitrary: voiding, weight: 1 },
  { arbitrary: unpaying, weight: 1 },
  { arbitrary: ending, weight: 1 },
);
const settings = fc.record({
  activation: fc.constantFrom("on-purchase" as const, "on-payment" as const),
  rolloverCapMinutes: fc.constantFrom(0, 90, 100_000),
  incrementMinutes: fc.constantFrom(1, 15),
  graceDays: fc.constantFrom(0, 30),
});

/** Does it, or is refused by a rule: anything else is a defect. */
async function attempt(scene: Scene, [, doIt]: Act): Promise<void> {
  try {
    await doIt(scene);
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    const data: unknown = error.data;
    const { httpStatus, refusal } = data as { httpStatus: number; refusal: { code: string } };
    if (httpStatus >= 500 || refusal.code === "DRAFT_OUTDATED" || refusal.code === "MALFORMED") throw error;
    scene.refusals.set(refusal.code, (scene.refusals.get(refusal.code) ?? 0) + 1);
  }
}

/** What is true after every command. */
async function checkBooks(scene: Scene): Promise<void> {
  const { api, today } = scene;
  expect(await api.books.verify.query()).toMatchObject({ ok: true, problems: [] });
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${prefix}-${String(at + 1).padStart(6, "0")}`);
  const issued = (await invoices(scene)).map(({ number }) => number).toSorted();
  expect(issued).toEqual(numbered("INV", issued.length));
  const memos = (await api.credit.list.query({ limit: 500 })).items.map(({ number }) => number).toSorted();
  expect(memos).toEqual(numbered("CM", memos.length));
  for (const summary of (await api.account.list.query({})).items) {
    const { closing } = await api.statement.show.query({ account: summary.id });
    expect(closing).toBe(summary.openBalance - summary.accountCredit);
    // Nothing in these histories is dated ahead, so today's books are the books as of today.
    const now = await api.allowance.balance.query({ account: summary.id });
    expect(await api.allowance.balance.query({ account: summary.id, asOf: today })).toEqual(now);
    for (const { grantedMinutes, usedMinutes, lapsedMinutes, remainingMinutes } of now.allowances)
      expect(grantedMinutes - usedMinutes - lapsedMinutes).toBe(remainingMinutes);
  }
}

/** Each minute is on at most one invoice, net of credits, as the documents themselves say (INV-4). */
async function checkDocuments(scene: Scene): Promise<void> {
  const { api } = scene;
  const billed = new Map<string, number>();
  const add = (slices: readonly { readonly entry: string; readonly minutes: number }[], sign: 1 | -1) => {
    for (const { entry, minutes } of slices) billed.set(entry, (billed.get(entry) ?? 0) + sign * minutes);
  };
  for (const { number } of await invoices(scene))
    for (const { slices } of (await api.invoice.show.query({ number })).lines) add(slices, 1);
  for (const { lines } of (await api.credit.list.query({ limit: 500 })).items)
    for (const { slices } of lines) add(slices, -1);
  for (const entry of await entries(scene)) {
    const minutes = billed.get(entry.id) ?? 0;
    const invoiced = entry.slices.reduce((sum, slice) => (slice.kind === "invoice" ? sum + slice.minutes : sum), 0);
    expect(minutes).toBe(invoiced);
    expect(minutes).toBeGreaterThanOrEqual(0);
    expect(minutes + entry.openMinutes).toBeLessThanOrEqual(entry.reversedOn === null ? entry.minutes : 0);
  }
}

describe("whatever people do", () => {
  test("ALW-8, INV-3, INV-4: minutes, money and numbers agree after every command", async () => {
    const totals = { acts: 0, refused: 0 };
    const history = fc.record({ settings, acts: fc.array(act, { minLength: 8, maxLength: 45, size: "max" }) });
    await fc.assert(
      fc.asyncProperty(history, async ({ settings: { graceDays, incrementMinutes, ...terms }, acts }) => {
        const practice = await openPractice();
        try {
          const scene: Scene = { api: practice.local(), today: "2024-03-04", refusals: new Map() };
          practice.on(scene.today);
          const policy = {
            ...defaultPolicy,
            allowances: { ...defaultPolicy.allowances, ...terms },
            billing: { ...defaultPolicy.billing, incrementMinutes },
            invoices: { graceDays },
          };
          await scene.api.policy.adopt.mutate({ policy, from: "2000-01-01" });
          for (const id of accounts) await scene.api.account.open.mutate({ name: id, id });
          for (const each of acts) {
            await attempt(scene, each);
            practice.on(scene.today);
            await checkBooks(scene);
          }
          await checkDocuments(scene);
          totals.acts += acts.length;
          for (const count of scene.refusals.values()) totals.refused += count;
        } finally {
          await practice.close();
        }
      }),
      { numRuns: 16, interruptAfterTimeLimit: 14_000, markInterruptAsFailure: false },
    );
    expect(totals.refused).toBeLessThan(totals.acts / 2);
  });
});
