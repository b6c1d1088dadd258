import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Allowance } from "../allowances/purchase.ts";
import { unaccountedMinutes } from "../cover/conservation.ts";
import { defaultPolicy } from "../policy/cimcloud.ts";
import type { Policy } from "../policy/policy.ts";
import { addDays } from "../values/day.ts";
import { type AccountHistory, type Deed, replay } from "./replay.ts";

const party = (name: string) => ({ name, address: "", email: "" });
const under = (policy: Policy) => [{ version: 1, from: "1970-01-01", policy }];

const hours: Allowance = {
  id: "ten",
  account: "acme",
  sequence: 1,
  minutes: 600,
  ratePerHour: 23_500,
  kind: "lump-sum",
  validFrom: "2026-01-05",
  opening: false,
  paid: true,
};

const year: readonly Deed[] = [
  { on: "2026-01-05", command: { do: "buy", allowance: hours } },
  {
    on: "2026-01-07",
    command: { do: "log", time: [{ id: "a", on: "2026-01-06", minutes: 480, deliverable: null, worker: "Ann" }] },
  },
  {
    on: "2026-01-20",
    command: { do: "log", time: [{ id: "b", on: "2026-01-20", minutes: 300, deliverable: null, worker: "Ann" }] },
  },
  { on: "2026-02-02", command: { do: "run", through: "2026-02-01" } },
  { on: "2026-02-03", command: { do: "credit", invoice: "INV-000002", line: 1, minutes: 60, reason: "waive" } },
  { on: "2026-02-04", command: { do: "pay", id: "p", amount: 40_000 } },
];

const told = (deeds: readonly Deed[], policy: Policy = defaultPolicy): AccountHistory => ({
  ...{ account: "acme", party: party("Acme Tools"), from: party("North Practice"), policies: under(policy), deeds },
});

function replayed(history: AccountHistory, today = "2026-02-04") {
  const answer = replay(history, today);
  if (!answer.ok) throw new Error(answer.rejection.message);
  return answer.value;
}

describe("an account's history, told anew", () => {
  test("gives its documents, balances and standing", () => {
    const { invoices, creditMemos, balances, standing, minutes } = replayed(told(year));
    expect(invoices.map(({ number, kind, total }) => [number, kind, total])).toEqual([
      ["INV-000001", "allowance", 235_000],
      ["INV-000002", "work", 70_500],
    ]);
    expect(creditMemos).toMatchObject([{ number: "CM-000001", invoice: "INV-000002", total: 23_500 }]);
    expect(balances).toMatchObject([{ grantedMinutes: 600, usedMinutes: 600, remainingMinutes: 0 }]);
    expect(standing).toMatchObject({ standing: "stopped", openInvoices: [{ number: "INV-000002", balance: 7000 }] });
    expect(minutes).toMatchObject({ worked: 780, allowance: 600, invoiced: 120, writtenOff: 60, open: 0 });
  });
  test("is the same each time, and another under another policy", () => {
    expect(replayed(told(year))).toEqual(replayed(told(year)));
    const dearer = { ...defaultPolicy, rateCard: [{ validFrom: "2024-01-01", ratePerHour: 30_000 }] };
    expect(replayed(told(year, dearer)).invoices.map(({ total }) => total)).toEqual([235_000, 90_000]);
  });
  test("is refused with the reason of the first deed that is", () => {
    const twice = [
      ...year,
      ...year.slice(-2, -1),
      { on: "2026-02-05", command: { do: "void", invoice: "INV-000009", reason: "waive" } } as const,
    ];
    expect(replay(told(twice), "2026-02-05")).toMatchObject({ ok: false, rejection: { code: "NOT_FOUND" } });
  });
  test("ALW-8: has every minute in one place, on every day of it", () => {
    const work = fc.array(fc.record({ day: fc.nat(200), minutes: fc.integer({ min: 1, max: 1440 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(work, fc.nat(250), (worked, runDay) => {
        const deeds: readonly Deed[] = [
          { on: "2026-01-05", command: { do: "buy", allowance: hours } },
          ...worked.map(
            ({ day, minutes }, at): Deed => ({
              on: "2026-12-01",
              command: {
                do: "log",
                time: [{ id: `e${at}`, on: addDays("2026-01-01", day), minutes, deliverable: null, worker: "Ann" }],
              },
            }),
          ),
          { on: "2026-12-01", command: { do: "run", through: addDays("2026-01-01", runDay) } },
        ];
        const { minutes } = replayed(told(deeds), "2026-12-01");
        expect(unaccountedMinutes(minutes)).toBe(0);
        expect(minutes.worked).toBe(worked.reduce((sum, each) => sum + each.minutes, 0));
      }),
      { numRuns: 50 },
    );
  });
});
