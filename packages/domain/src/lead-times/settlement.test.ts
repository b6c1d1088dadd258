import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { PremiumRequest } from "./premium-request.ts";
import { type PremiumSettlement, settlePremium } from "./settlement.ts";

type Request = z.input<typeof PremiumRequest>;

// June 2024: the 3rd, 10th, 17th and 24th are Mondays.
const june = (day: number) => `2024-06-${String(day).padStart(2, "0")}`;

/** Twenty hours, started on Monday the 3rd, expedited by Friday the 14th: 1,000.00 of premium. */
const expedited = (deliveredOn: string, changes: Partial<Request> = {}): Request => ({
  leadTime: "expedited",
  minutes: 1200,
  startedOn: june(3),
  expeditedBy: june(14),
  deliveredOn,
  ...changes,
});
/** The same, rushed by Monday the 10th: 2,000.00 of premium. */
const rush = (deliveredOn: string, changes: Partial<Request> = {}): Request =>
  expedited(deliveredOn, { leadTime: "rush", rushBy: june(10), ...changes });

function settled(request: Request, terms = defaultPolicy): PremiumSettlement {
  const result = settlePremium(request, terms);
  if (!result.ok) throw new Error(result.rejection.message);
  return result.value;
}

/** Outcome, decision, due and credit. */
const ending = (request: Request) => {
  const { outcome, decision, premiumDue, credit } = settled(request);
  return [outcome, decision, premiumDue, credit];
};
const faults = (request: unknown): readonly string[] => {
  const result = settlePremium(request as Request, defaultPolicy);
  if (result.ok) return [];
  expect(result.rejection.code).toBe("MALFORMED");
  return (result.rejection.issues ?? []).map((issue) => issue.path);
};

describe("settlePremium: the outcome", () => {
  test.each([
    ["LEAD-7: expedited, delivered on the day: met", expedited(june(14)), ["met", "automatic", 100_000, 0]],
    ["LEAD-7: expedited, delivered on the start day: met", expedited(june(3)), ["met", "automatic", 100_000, 0]],
    ["LEAD-3: expedited, a day late: credited, a duty", expedited(june(15)), ["credited", "automatic", 0, 100_000]],
    ["LEAD-7: rush, delivered on the day: met", rush(june(10)), ["met", "automatic", 200_000, 0]],
    [
      "LEAD-4: rush missed, expedited met: downgraded, proposed",
      rush(june(11)),
      ["downgraded", "proposed", 100_000, 100_000],
    ],
    ["LEAD-4: rush missed, expedited met on its day", rush(june(14)), ["downgraded", "proposed", 100_000, 100_000]],
    ["LEAD-4: rush and expedited missed: credited, proposed", rush(june(15)), ["credited", "proposed", 0, 200_000]],
  ] as const)("%s", (_what, request, expected) => {
    expect(ending(request)).toEqual(expected);
  });

  test("LEAD-4: on one line, due and credit are rounded once", () => {
    expect(ending(rush(june(11), { minutes: 1 }))).toEqual(["downgraded", "proposed", 83, 84]);
    expect(ending(rush(june(11), { minutes: 2 }))).toEqual(["downgraded", "proposed", 167, 166]);
    expect(ending(expedited(june(17), { minutes: 5 }))).toEqual(["credited", "automatic", 0, 417]);
  });

  test("LEAD-2: premiums are those of the practice, in its currency", () => {
    const terms = { ...defaultPolicy, currency: "EUR", premiums: { expedited: 4000, rush: 7000 } };
    expect(settled(rush(june(12)), terms)).toMatchObject({
      currency: "EUR",
      premiumCharged: 140_000,
      premiumDue: 80_000,
    });
  });

  test("LEAD-4: a practice whose expedited premium is the higher one never credits less than nothing", () => {
    const terms = { ...defaultPolicy, premiums: { expedited: 9000, rush: 7000 } };
    expect(settled(rush(june(12)), terms)).toMatchObject({ premiumDue: 140_000, credit: 0 });
  });
});

describe("settlePremium: change orders", () => {
  const plain = { on: june(6) };
  const later = { on: june(6), minutes: 240, newExpeditedBy: june(19) };

  test.each([
    [
      "lapse: one without dates ends the guarantee",
      expedited(june(17), { changeOrders: [plain] }),
      ["lapsed", "automatic", 100_000, 0],
    ],
    [
      "lapse: rush, expedited met: nothing is credited",
      rush(june(12), { changeOrders: [plain] }),
      ["lapsed", "automatic", 200_000, 0],
    ],
    ["lapse: met is judged first", expedited(june(14), { changeOrders: [plain] }), ["met", "automatic", 100_000, 0]],
    [
      "lapse: one on the start day counts",
      expedited(june(17), { changeOrders: [{ on: june(3) }] }),
      ["lapsed", "automatic", 100_000, 0],
    ],
    [
      "lapse: one on the delivery day counts",
      expedited(june(17), { changeOrders: [{ on: june(17) }] }),
      ["lapsed", "automatic", 100_000, 0],
    ],
    [
      "lapse: one before the start is ignored",
      expedited(june(17), { changeOrders: [{ on: june(2) }] }),
      ["credited", "automatic", 0, 100_000],
    ],
    [
      "lapse: one after the delivery is ignored",
      expedited(june(17), { changeOrders: [{ on: june(18) }] }),
      ["credited", "automatic", 0, 100_000],
    ],
    [
      "lapse: its minutes are credited too where it states dates",
      expedited(june(20), { changeOrders: [later] }),
      ["credited", "automatic", 0, 100_000],
    ],
    ["new dates met", expedited(june(19), { changeOrders: [later] }), ["met", "automatic", 100_000, 0]],
    [
      "a later one with dates renews the guarantee",
      expedited(june(20), { changeOrders: [{ on: june(5) }, later] }),
      ["credited", "automatic", 0, 100_000],
    ],
    [
      "by approval date, not as given",
      expedited(june(20), { changeOrders: [later, { on: june(5) }] }),
      ["credited", "automatic", 0, 100_000],
    ],
    [
      "a later one without dates ends it again",
      expedited(june(20), { changeOrders: [later, { on: june(7) }] }),
      ["lapsed", "automatic", 100_000, 0],
    ],
    [
      "same day: in the order given, renewed",
      expedited(june(20), { changeOrders: [plain, later] }),
      ["credited", "automatic", 0, 100_000],
    ],
    [
      "same day: in the order given, ended",
      expedited(june(20), { changeOrders: [later, plain] }),
      ["lapsed", "automatic", 100_000, 0],
    ],
    [
      "ended, but the new dates are met",
      expedited(june(19), { changeOrders: [later, plain] }),
      ["met", "automatic", 100_000, 0],
    ],
  ] as const)("LEAD-5: %s", (_what, request, expected) => {
    expect(ending(request)).toEqual(expected);
  });

  test.each([
    ["the guarantee stays", expedited(june(17), { changeOrders: [plain] }), ["credited", "automatic", 0, 100_000]],
    [
      "4 of 20 hours are never credited",
      expedited(june(17), { changeOrders: [{ ...plain, minutes: 240 }] }),
      ["credited", "automatic", 20_000, 80_000],
    ],
    [
      "nor where the change order states dates",
      expedited(june(20), { changeOrders: [later] }),
      ["credited", "automatic", 20_000, 80_000],
    ],
    [
      "the hours of several add up",
      expedited(june(20), { changeOrders: [later, { on: june(7), minutes: 60 }] }),
      ["credited", "automatic", 25_000, 75_000],
    ],
    [
      "one that does not count excludes nothing",
      expedited(june(17), { changeOrders: [{ on: june(18), minutes: 240 }] }),
      ["credited", "automatic", 0, 100_000],
    ],
    [
      "downgraded: they stay at the rush premium",
      rush(june(12), { changeOrders: [{ ...plain, minutes: 240 }] }),
      ["downgraded", "proposed", 120_000, 80_000],
    ],
    [
      "both missed: they stay at the rush premium",
      rush(june(17), { changeOrders: [{ ...plain, minutes: 240 }] }),
      ["credited", "proposed", 40_000, 160_000],
    ],
    [
      "met: nothing changes",
      rush(june(10), { changeOrders: [{ ...plain, minutes: 240 }] }),
      ["met", "automatic", 200_000, 0],
    ],
    [
      "more hours than there are: nothing is credited",
      expedited(june(17), { changeOrders: [{ ...plain, minutes: 9999 }] }),
      ["credited", "automatic", 100_000, 0],
    ],
  ] as const)("LEAD-5: under exclude, %s", (_what, request, expected) => {
    expect(ending({ ...request, changeOrderEffect: "exclude" })).toEqual(expected);
  });

  test("LEAD-5, LEAD-7: where the clock started after the approval, a change order counts from the approval", () => {
    const early = { changeOrders: [{ on: june(3) }], startedOn: june(5) };
    expect(ending(expedited(june(21), early))).toEqual(["credited", "automatic", 0, 100_000]);
    expect(ending(expedited(june(21), { ...early, approvedOn: june(3) }))).toEqual(["lapsed", "automatic", 100_000, 0]);
    expect(ending(expedited(june(21), { ...early, approvedOn: june(4) }))).toEqual([
      "credited",
      "automatic",
      0,
      100_000,
    ]);
  });

  test("LEAD-7: business days that wait for the deposit are client days, from the first on", () => {
    // Approved Monday the 3rd, expedited by the 14th: the 4th and 5th wait for the deposit, so that it is due on the 18th.
    const paid = { approvedOn: june(3), startedOn: june(5) };
    expect(settled(expedited(june(18), paid))).toMatchObject({
      outcome: "met",
      dueDates: { expedited: june(18) },
      tolledDays: [{ from: june(4), to: june(5), businessDays: 2, whose: "client" }],
      clauses: expect.arrayContaining(["LEAD-6", "LEAD-7"]),
    });
    expect(settled(expedited(june(19), paid)).outcome).toBe("credited");
    // Paid over the weekend: the Friday of the approval and the two days off are no business days after it.
    expect(settled(expedited(june(14), { approvedOn: june(7), startedOn: june(9) })).dueDates.expedited).toBe(june(14));
  });

  test("LEAD-7: they are stopped once, and move the dates of every change order", () => {
    const changeOrders = [{ on: june(4), newExpeditedBy: june(17) }];
    const waits = { productWaits: [{ from: june(4), to: june(7) }] };
    // Counted from the 4th: the 5th, the 6th and the 7th stop, of which the first is also a day of the product wait.
    const moved = settled(expedited(june(20), { approvedOn: june(3), startedOn: june(5), changeOrders, ...waits }));
    expect(moved).toMatchObject({ outcome: "met", dueDates: { expedited: june(20) } });
    expect(moved.tolledDays).toEqual([
      { from: june(4), to: june(4), businessDays: 1, whose: "client" },
      { from: june(5), to: june(7), businessDays: 3, whose: "product" },
    ]);
  });

  test("LEAD-7: a deposit that was not paid by the delivery never makes a missed lead time", () => {
    for (const day of [12, 14, 17, 20]) {
      const unpaid = expedited(june(day), { approvedOn: june(3), startedOn: june(day) });
      expect(ending(unpaid)).toEqual(["met", "automatic", 100_000, 0]);
    }
    const late = { approvedOn: june(3), startedOn: june(20) };
    expect(faults(expedited(june(12), { ...late, startedOn: june(2) }))).toEqual(["approvedOn"]);
    expect(faults(expedited(june(2), late))).toEqual(["deliveredOn"]);
  });

  test("LEAD-5: what is agreed for the deliverable comes before the practice's own effect", () => {
    const terms = {
      ...defaultPolicy,
      leadTimes: { ...defaultPolicy.leadTimes, changeOrderEffect: "exclude" as const },
    };
    const request = expedited(june(17), { changeOrders: [plain] });
    expect(settled(request, terms).outcome).toBe("credited");
    expect(settled({ ...request, changeOrderEffect: "lapse" }, terms).outcome).toBe("lapsed");
  });

  test("LEAD-5: for rush both dates are replaced", () => {
    const changeOrders = [{ on: june(6), newExpeditedBy: june(19), newRushBy: june(12) }];
    const answer = settled(rush(june(13), { changeOrders }));
    expect(answer).toMatchObject({ outcome: "downgraded", dueDates: { rush: june(12), expedited: june(19) } });
  });

  test("LEAD-5: an earlier date than the one it replaces is refused, whatever the stopped days", () => {
    const shorter = { on: june(6), newExpeditedBy: june(13) };
    expect(settlePremium(expedited(june(12), { changeOrders: [shorter] }), defaultPolicy)).toMatchObject({
      ok: false,
      rejection: { code: "CHANGE_ORDER_DATE_EARLIER", clause: "LEAD-5", details: { on: june(6), states: june(13) } },
    });
    const backAgain = [later, { on: june(7), newExpeditedBy: june(18) }];
    expect(settlePremium(expedited(june(12), { changeOrders: backAgain }), defaultPolicy)).toMatchObject({
      rejection: { details: { replaces: june(19), states: june(18) } },
    });
    // The same date again is not earlier, and one that does not count replaces nothing.
    expect(settled(expedited(june(12), { changeOrders: [{ ...shorter, newExpeditedBy: june(14) }] })).outcome).toBe(
      "met",
    );
    expect(settled(expedited(june(12), { changeOrders: [{ ...shorter, on: june(13) }] })).outcome).toBe("met");
  });
});

describe("settlePremium: the clock", () => {
  test("LEAD-6: a late client moves both dates, and the stopped days are listed", () => {
    // Asked on Wednesday the 5th, answered on the 11th: 6 and 7 are the client's, 10 and 11 stop the clock.
    const answer = settled(rush(june(18), { clientWaits: [{ from: june(5), to: june(11) }] }));
    expect(answer).toMatchObject({
      outcome: "downgraded",
      dueDates: { rush: june(12), expedited: june(18) },
      tolledDays: [{ from: june(10), to: june(11), businessDays: 2, whose: "client" }],
    });
    expect(settled(rush(june(12), { clientWaits: [{ from: june(5), to: june(11) }] })).outcome).toBe("met");
  });

  test("LEAD-6: a replaced date moves by the stopped days after its change order; all since the start are listed", () => {
    const answer = settled(
      expedited(june(24), {
        productWaits: [{ from: june(5), to: june(12) }],
        changeOrders: [{ on: june(11), newExpeditedBy: june(21) }],
      }),
    );
    expect(answer).toMatchObject({
      outcome: "met",
      dueDates: { expedited: june(24) },
      tolledDays: [{ from: june(6), to: june(12), businessDays: 5, whose: "product" }],
    });
  });

  test("LEAD-6: holidays of the practice and of the request both count", () => {
    const request = expedited(june(19), { stoppages: [{ from: june(6), to: june(7) }], holidays: [june(17)] });
    expect(settled(request).dueDates).toEqual({ expedited: june(18) });
    expect(settled(request, { ...defaultPolicy, holidays: [june(18)] }).dueDates).toEqual({ expedited: june(19) });
  });

  test("LEAD-7: expedited has no rush date", () => {
    expect(settled(expedited(june(14))).dueDates).toEqual({ expedited: june(14) });
  });
});

describe("settlePremium: why", () => {
  const clauses = (request: Request) => settled(request).clauses;

  test("the answer cites the clauses it used", () => {
    expect(clauses(expedited(june(14)))).toEqual(["LEAD-2", "RATE-5", "LEAD-7"]);
    expect(clauses(expedited(june(17)))).toEqual(["LEAD-2", "RATE-5", "LEAD-7", "LEAD-3", "LEAD-4"]);
    expect(clauses(rush(june(17)))).toEqual(["LEAD-2", "RATE-5", "LEAD-7", "LEAD-4"]);
    expect(clauses(expedited(june(17), { changeOrders: [{ on: june(5) }] }))).toContain("LEAD-5");
    expect(clauses(expedited(june(17), { clientWaits: [{ from: june(5), to: june(6) }] }))).toContain("LEAD-6");
  });

  test("the trace tells the story in order", () => {
    const request = rush(june(20), {
      changeOrderEffect: "exclude",
      changeOrders: [{ on: june(28) }, { on: june(6), minutes: 240 }],
      clientWaits: [{ from: june(5), to: june(11) }],
    });
    expect(settled(request).trace).toEqual([
      { clause: "LEAD-2", what: "Premium for rush lead time", ratePerHour: 10_000 },
      { clause: "RATE-5", what: "Minutes × rate, rounded once", minutes: 1200, ratePerHour: 10_000, amount: 200_000 },
      {
        clause: "LEAD-5",
        what: "Change order does not count: it was approved before the SOW or after the delivery",
        facts: { on: june(28) },
      },
      { clause: "LEAD-5", what: "Change order leaves the guarantee as it is", facts: { on: june(6) } },
      {
        clause: "LEAD-6",
        what: "Work waited on the client",
        facts: { from: june(10), to: june(11), businessDays: 2 },
      },
      {
        clause: "LEAD-6",
        what: "Rush date moved by the days stopped",
        facts: { clockSince: june(3), stated: june(10), due: june(12) },
      },
      {
        clause: "LEAD-6",
        what: "Expedited date moved by the days stopped",
        facts: { clockSince: june(3), stated: june(14), due: june(18) },
      },
      {
        clause: "LEAD-7",
        what: "Handed over for customer testing late",
        facts: { on: june(20), rushBy: june(12), expeditedBy: june(18) },
      },
      {
        clause: "LEAD-4",
        what: "Rush and expedited were missed: the premium may be credited",
        minutes: 960,
        ratePerHour: 0,
      },
      {
        clause: "LEAD-5",
        what: "Change orders' own minutes are never credited",
        minutes: 240,
        ratePerHour: 10_000,
      },
      {
        clause: "LEAD-4",
        what: "Due at the settled rate, rounded; the rest is the credit",
        amount: 40_000,
        facts: { credit: 160_000 },
      },
    ]);
  });

  test("LEAD-7: says which milestone the practice goes by", () => {
    const leadTimes = { ...defaultPolicy.leadTimes, deliveryMilestone: "published" as const };
    const { trace } = settled(expedited(june(14)), { ...defaultPolicy, leadTimes });
    expect(trace.map((step) => step.what)).toContain("Published in time");
  });
});

describe("settlePremium: malformed requests", () => {
  test.each([
    ["zero minutes", expedited(june(14), { minutes: 0 }), ["minutes"]],
    ["no lead time that has a premium", { ...expedited(june(14)), leadTime: "standard" }, ["leadTime"]],
    ["LEAD-7: rush without its date", { ...rush(june(14)), rushBy: undefined }, ["rushBy"]],
    ["LEAD-7: expedited with a rush date", expedited(june(14), { rushBy: june(10) }), ["rushBy"]],
    ["LEAD-7: rush after expedited", rush(june(14), { rushBy: june(15) }), ["rushBy"]],
    ["a due date before the start", expedited(june(14), { expeditedBy: june(2) }), ["expeditedBy"]],
    ["a rush date before the start", rush(june(14), { rushBy: june(2) }), ["rushBy"]],
    ["a delivery before the start", expedited(june(2)), ["deliveredOn"]],
    [
      "several faults at once",
      rush(june(1), { rushBy: june(2), expeditedBy: june(1) }),
      ["expeditedBy", "rushBy", "deliveredOn", "rushBy"],
    ],
    [
      "a wait that ends before it begins",
      expedited(june(14), { productWaits: [{ from: june(5), to: june(4) }] }),
      ["productWaits.0.to"],
    ],
    [
      "a date that is none",
      expedited(june(14), { clientWaits: [{ from: "2024-06-31", to: june(4) }] }),
      ["clientWaits.0.from"],
    ],
    [
      "LEAD-5: for rush, only a new expedited date",
      rush(june(14), { changeOrders: [{ on: june(5) }, { on: june(6), newExpeditedBy: june(20) }] }),
      ["changeOrders.1.newRushBy"],
    ],
    [
      "LEAD-5: for rush, only a new rush date",
      rush(june(14), { changeOrders: [{ on: june(6), newRushBy: june(12) }] }),
      ["changeOrders.0.newExpeditedBy"],
    ],
    [
      "LEAD-5: for expedited, a new rush date",
      expedited(june(14), { changeOrders: [{ on: june(6), newExpeditedBy: june(20), newRushBy: june(12) }] }),
      ["changeOrders.0.newRushBy"],
    ],
    [
      "LEAD-5: a new rush date after the expedited one",
      rush(june(14), { changeOrders: [{ on: june(6), newExpeditedBy: june(20), newRushBy: june(21) }] }),
      ["changeOrders.0.newRushBy"],
    ],
    [
      "a change order of less than no time",
      expedited(june(14), { changeOrders: [{ on: june(6), minutes: -1 }] }),
      ["changeOrders.0.minutes"],
    ],
    ["an effect there is not", { ...expedited(june(14)), changeOrderEffect: "renew" }, ["changeOrderEffect"]],
    ["nothing at all", null, [""]],
  ])("%s", (_what, request, paths) => {
    expect(faults(request)).toEqual(paths);
  });

  test("what may be left out is empty, and dates may all be the start day", () => {
    expect(PremiumRequest.parse(expedited(june(14)))).toEqual({
      ...expedited(june(14)),
      changeOrders: [],
      clientWaits: [],
      productWaits: [],
      stoppages: [],
      holidays: [],
    });
    expect(faults(rush(june(3), { expeditedBy: june(3), rushBy: june(3) }))).toEqual([]);
  });

  test("whatever is asked, there is an answer or a refusal", () => {
    const fields = fc.constantFrom(...Object.keys(PremiumRequest.shape));
    fc.assert(
      fc.property(fc.jsonValue(), fields, (value, field) => {
        const request = { ...rush(june(14)), [field]: value } as Request;
        const result = settlePremium(request, defaultPolicy);
        expect(result.ok || result.rejection.message.length > 0).toBe(true);
      }),
    );
  });
});
