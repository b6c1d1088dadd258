import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freshFile, type Place, places } from "../places.ts";
import { openPractice } from "../practice.ts";
import { acts } from "./acts.ts";
import { begin, beginnings, histories, type Real } from "./commands.ts";
import { compare, nothingKept } from "./comparison.ts";
import { newAccount, type PracticeModel } from "./practice-model.ts";

const firstDay = "2024-01-08";

/**
 * Many more histories, from another seed, compared after every few commands and at their end:
 * `HISTORIES=2000 HISTORIES_SEED=7 HISTORIES_COMPARED_EVERY=6`. A failure says its seed, path and commands.
 */
const asked = Number(process.env.HISTORIES ?? 0);
const seed = Number(process.env.HISTORIES_SEED ?? 20_240_108);
const every = Number(process.env.HISTORIES_COMPARED_EVERY ?? 1);
const bounds = {
  sqlite: { numRuns: asked > 0 ? asked : 10, maxCommands: asked > 0 ? 200 : 40 },
  postgres: { numRuns: asked > 0 ? asked : 2, maxCommands: asked > 0 ? 60 : 30 },
} as const;
const patience = asked > 0 ? 3_600_000 : 120_000;

function newModel(): PracticeModel {
  const accounts = ["acme", "beta"].map(newAccount);
  for (const account of accounts)
    for (const [id, draws] of [
      ["shop", false],
      ["site", true],
    ] as const)
      account.deliverables.push({
        ...{ id, draws, state: "open", endedOn: null, sows: [], changeOrders: [], waits: [] },
        ...{ decision: null, handedOver: null },
      });
  return { today: firstDay, accounts, invoiceCount: 0, memoCount: 0, counter: 1 };
}

async function open(place: Place, { accounts }: PracticeModel): Promise<Real> {
  const practice = await openPractice(place, firstDay);
  const api = practice.local();
  for (const account of accounts) {
    await api.account.open.mutate({ name: account.id, id: account.id });
    for (const { id } of account.deliverables)
      await api.deliverable.add.mutate({ account: account.id, id, name: id, drawFromAllowance: id === "site" });
  }
  return { practice, kept: nothingKept(), seen: new Map(), every, commands: 0 };
}

/** Random histories of a practice, each from its beginning, on the model that is given anew for each. */
function historiesOf(place: () => Promise<Place>, model: () => PracticeModel, maxCommands: number, seen = new Map()) {
  return fc.asyncProperty(beginnings, histories(maxCommands), async (choices, commands) => {
    const begun = model();
    const real = await open(await place(), begun);
    try {
      await begin(begun, real, choices);
      await fc.asyncModelRun(() => ({ model: begun, real }), commands);
      await compare(begun, real.practice, real.kept);
    } finally {
      await real.practice.close();
      for (const [what, count] of real.seen) seen.set(what, (seen.get(what) ?? 0) + count);
    }
  });
}

describe.each(places)("random histories of whole accounts on %s", (engine, place) => {
  test("ALW-8, INV-3 to INV-6, DLV-3 to DLV-6, LEAD-2 to LEAD-8: the books are what the rules make of each command", {
    timeout: patience,
  }, async () => {
    const { numRuns, maxCommands } = bounds[engine];
    const seen = new Map<string, number>();
    await fc.assert(historiesOf(place, newModel, maxCommands, seen), { numRuns, seed, endOnFailure: asked > 0 });
    const told = [...seen].map(([what, count]) => `${what} ${count}`);
    if (asked > 0) process.stdout.write(`${told.sort().join("; ")}\n`);
    for (const act of ["log", "run", "pay", "approveSow"]) expect(seen.get(act), act).toBeGreaterThan(0);
  });
});

describe("what the histories would find", () => {
  test("a rule that the product has and the model lacks", { timeout: patience }, async () => {
    const withoutDraws = (): PracticeModel => {
      const model = newModel();
      const accounts = model.accounts.map((account) => ({
        ...account,
        deliverables: account.deliverables.map((of) => ({ ...of, draws: false })),
      }));
      return { ...model, accounts };
    };
    const wrong = fc.assert(
      historiesOf(async () => freshFile(), withoutDraws, 60),
      {
        ...{ numRuns: 200, seed: 4, endOnFailure: true },
      },
    );
    await expect(wrong).rejects.toThrow("replayPath");
  });

  /** A month of work with all that can be spoilt: lines, payments, memos, seals. */
  async function aMonth(): Promise<{ readonly model: PracticeModel; readonly real: Real }> {
    const model = newModel();
    const real = await open(freshFile(), model);
    const usual = { who: 0, which: 1, minutes: 90, days: 24, yes: true };
    const act = async (name: keyof typeof acts, more: Partial<typeof usual> = {}) => {
      const { refusal, call } = acts[name](model, { ...usual, ...more });
      expect(refusal).toBeNull();
      await call(real.practice.local());
    };
    await act("issueSow", { days: 2 });
    await act("approveSow");
    await act("log");
    model.today = "2024-01-29";
    real.practice.on(model.today);
    await act("run", { days: 1 });
    await act("pay", { yes: false, days: 1 });
    await act("credit", { days: 1, minutes: 12 });
    await act("handOver");
    await compare(model, real.practice, real.kept);
    return { model, real };
  }

  const spoilt: Record<string, (happened: { readonly model: PracticeModel; readonly real: Real }) => void> = {
    "a lost minute": ({ model }) => model.accounts[0]?.entries[0]?.minutes.pop(),
    "a lost cent": ({ model }) => {
      const [money] = model.accounts[0]?.money ?? [];
      if (money !== undefined) money.unapplied += 1;
    },
    "a gap in the numbers": ({ model }) => {
      model.invoiceCount += 1;
    },
    "a sealed document that changed": ({ real }) => {
      const [name = ""] = real.kept.sealed.keys();
      real.kept.sealed.set(name, `${real.kept.sealed.get(name)} `);
    },
    "a second settlement": ({ real }) => {
      const [name = ""] = real.kept.decided.keys();
      real.kept.decided.set(name, "");
    },
    "a rewritten journal": ({ real }) => {
      real.kept.heads.set("acme", { seq: 3, hash: "another" });
    },
  };
  test.each(Object.keys(spoilt))("%s", async (what) => {
    const happened = await aMonth();
    try {
      spoilt[what]?.(happened);
      await expect(compare(happened.model, happened.real.practice, happened.real.kept)).rejects.toThrow();
    } finally {
      await happened.real.practice.close();
    }
  });
});
