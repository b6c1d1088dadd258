import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulate, type Told } from "../../test/lead-time-simulation.ts";
import { type Day, dayFromNumber, dayNumber } from "../values/day.ts";
import { PremiumSettlement, type SettlementTerms, settlePremium } from "./settlement.ts";

const start = dayNumber("2024-06-03");
/** Days from two weeks before the start on; mostly near, sometimes weeks later. */
const dayIn = (min: number, max: number) => fc.integer({ min, max }).map((offset) => dayFromNumber(start + offset));

const someSpans = fc.array(
  fc.tuple(dayIn(-14, 45), fc.nat(16)).map(([from, length]) => ({ from, to: dayFromNumber(dayNumber(from) + length) })),
  { maxLength: 4 },
);
const spans = fc.oneof(fc.constant([]), someSpans);

const termsOf = fc.record({
  currency: fc.constant("USD"),
  premiums: fc.oneof(
    fc.constant({ expedited: 5000, rush: 10_000 }),
    fc.record({ expedited: fc.nat(20_000), rush: fc.nat(20_000) }),
  ),
  leadTimes: fc.record({
    changeOrderEffect: fc.constantFrom("lapse" as const, "exclude" as const),
    clientResponseBusinessDays: fc.oneof(fc.constant(2), fc.nat(5)),
    deliveryMilestone: fc.constantFrom("uat" as const, "published" as const),
  }),
  holidays: fc.array(dayIn(-20, 60), { maxLength: 3 }),
});

/** Two different days, the earlier first. */
const pair = (min: number, max: number) =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

/** Change orders with rising dates (some do not rise), each stating all dates of its lead time or none. */
const changesOf = (leadTime: Told["leadTime"]) =>
  fc.array(
    fc
      .record({
        on: dayIn(-3, 40),
        minutes: fc.option(fc.nat(600), { nil: undefined }),
        dates: fc.option(pair(8, 45), { nil: undefined, freq: 2 }),
      })
      .map(({ on, minutes, dates }) => ({
        on,
        ...(minutes === undefined ? {} : { minutes }),
        ...(dates === undefined ? {} : { newExpeditedBy: dayFromNumber(start + dates[1]) }),
        ...(dates === undefined || leadTime === "expedited" ? {} : { newRushBy: dayFromNumber(start + dates[0]) }),
      })),
    { maxLength: 4 },
  );

const told: fc.Arbitrary<Told> = fc.constantFrom("expedited" as const, "rush" as const).chain((leadTime) =>
  fc
    .record({
      minutes: fc.integer({ min: 1, max: 6000 }),
      // Mostly no deposit; else it was paid days after the approval, or only after the delivery.
      paidAfter: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(50) }),
      dates: pair(0, 25),
      deliveredOn: dayIn(0, 45),
      changeOrders: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: changesOf(leadTime) }),
      changeOrderEffect: fc.constantFrom("lapse" as const, "exclude" as const),
      clientWaits: spans,
      productWaits: spans,
      stoppages: spans,
      holidays: fc.array(dayIn(-20, 60), { maxLength: 6 }),
    })
    .map(({ dates: [rush, expedited], paidAfter, ...rest }) => ({
      ...rest,
      leadTime,
      approvedOn: dayFromNumber(start),
      startedOn: dayFromNumber(start + paidAfter),
      expeditedBy: dayFromNumber(start + expedited),
      ...(leadTime === "rush" ? { rushBy: dayFromNumber(start + rush) } : {}),
    })),
);

function settled(request: Told, terms: SettlementTerms): PremiumSettlement | "refused" {
  const result = settlePremium(request, terms);
  if (result.ok) return result.value;
  expect(result.rejection.code).toBe("CHANGE_ORDER_DATE_EARLIER");
  return "refused";
}

describe("LEAD-2 to LEAD-7, lived through one day at a time", () => {
  test("the settlement is what the simulation finds", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(told, termsOf, (request, terms) => {
        const answer = settled(request, terms);
        const expected = simulate(request, terms);
        const kind =
          answer === "refused" ? answer : `${request.leadTime} ${answer.outcome}, ${answer.tolledDays.length > 0}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        if (answer === "refused" || expected === "refused") {
          expect(answer).toBe(expected);
          return;
        }
        const { clauses, trace, ...rest } = answer;
        expect(rest).toEqual(expected);
        expect(clauses).toEqual([...new Set(trace.map((step) => step.clause))]);
      }),
      { numRuns: 3000 },
    );
    // Every kind of ending came up, with and without stopped days.
    expect([...seen.keys()].toSorted()).toEqual([
      "expedited credited, false",
      "expedited credited, true",
      "expedited lapsed, false",
      "expedited lapsed, true",
      "expedited met, false",
      "expedited met, true",
      "refused",
      "rush credited, false",
      "rush credited, true",
      "rush downgraded, false",
      "rush downgraded, true",
      "rush lapsed, false",
      "rush lapsed, true",
      "rush met, false",
      "rush met, true",
    ]);
  });

  test("the answer is plain JSON that fits its own schema", () => {
    fc.assert(
      fc.property(told, termsOf, (request, terms) => {
        const answer = settled(request, terms);
        if (answer !== "refused") expect(PremiumSettlement.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
      }),
    );
  });
});

describe("what is true of every settlement", () => {
  /** Checks a settlement against that of a changed request; refused ones say nothing. */
  const compare = (
    changed: fc.Arbitrary<readonly [Told, Told, SettlementTerms]>,
    check: (before: PremiumSettlement, after: PremiumSettlement, requests: readonly [Told, Told]) => void,
  ) =>
    fc.assert(
      fc.property(changed, ([one, other, terms]) => {
        const [before, after] = [settled(one, terms), settled(other, terms)];
        if (before !== "refused" && after !== "refused") check(before, after, [one, other]);
      }),
      { numRuns: 1000 },
    );

  test("LEAD-4: a credit is not negative and not more than was charged, and what it leaves is due", () => {
    fc.assert(
      fc.property(told, termsOf, (request, terms) => {
        const answer = settled(request, terms);
        if (answer === "refused") return;
        expect(answer.credit).toBeGreaterThanOrEqual(0);
        expect(answer.credit).toBeLessThanOrEqual(answer.premiumCharged);
        expect(answer.premiumDue + answer.credit).toBe(answer.premiumCharged);
        if (answer.outcome === "met" || answer.outcome === "lapsed") expect(answer.credit).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  test("LEAD-6: more waiting never moves a due date earlier", () => {
    const more = fc
      .record({ told, termsOf, clientWaits: spans, productWaits: spans, stoppages: spans })
      .map(({ told: one, termsOf: terms, ...added }) => {
        const other = {
          ...one,
          clientWaits: [...added.clientWaits, ...one.clientWaits],
          productWaits: [...one.productWaits, ...added.productWaits],
          stoppages: [...one.stoppages, ...added.stoppages],
        };
        return [one, other, terms] as const;
      });
    compare(more, (before, after) => {
      expect(after.dueDates.expedited >= before.dueDates.expedited).toBe(true);
      expect((after.dueDates.rush ?? "") >= (before.dueDates.rush ?? "")).toBe(true);
      expect(before.outcome !== "met" || after.outcome === "met").toBe(true);
    });
  });

  test("LEAD-6: a wait that ends later never moves a due date earlier", () => {
    const longer = fc.tuple(told, termsOf, fc.nat(10)).map(([one, terms, days]) => {
      const stretch = ({ from, to }: { from: Day; to: Day }) => ({ from, to: dayFromNumber(dayNumber(to) + days) });
      return [one, { ...one, clientWaits: one.clientWaits.map(stretch) }, terms] as const;
    });
    compare(longer, (before, after) => {
      expect(after.dueDates.expedited >= before.dueDates.expedited).toBe(true);
      expect((after.dueDates.rush ?? "") >= (before.dueDates.rush ?? "")).toBe(true);
    });
  });

  test("LEAD-6: waits before the start or after the moved date change nothing", () => {
    const lists = fc.constantFrom("clientWaits" as const, "productWaits" as const, "stoppages" as const);
    fc.assert(
      fc.property(told, termsOf, lists, fc.nat(20), fc.nat(20), (request, terms, list, gap, length) => {
        const before = settled(request, terms);
        if (before === "refused") return;
        const wait = (first: number) => ({ from: dayFromNumber(first), to: dayFromNumber(first + length) });
        const early = wait(start - gap - length);
        const late = wait(dayNumber(before.dueDates.expedited) + gap);
        const { trace: _, clauses: __, ...answer } = before;
        expect(settled({ ...request, [list]: [...request[list], early, late] }, terms)).toMatchObject(answer);
      }),
      { numRuns: 1000 },
    );
  });

  test("LEAD-6: the order of waits and holidays does not matter", () => {
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    const reordered = fc.tuple(told, termsOf).chain(([one, terms]) =>
      fc
        .record({
          clientWaits: shuffled(one.clientWaits),
          productWaits: shuffled(one.productWaits),
          stoppages: shuffled(one.stoppages),
          holidays: shuffled(one.holidays),
        })
        .map((lists) => [one, { ...one, ...lists }, terms] as const),
    );
    compare(reordered, (before, after) => expect(after).toEqual(before));
  });

  test("LEAD-6: without waits no holiday moves a date", () => {
    const quiet = told.map((request) => ({
      ...request,
      ...{ startedOn: request.approvedOn, clientWaits: [], productWaits: [], stoppages: [] },
    }));
    const holidays = fc.array(dayIn(-20, 60), { maxLength: 6 });
    const changed = fc
      .tuple(quiet, termsOf, holidays)
      .map(([one, terms, days]) => [one, { ...one, holidays: days }, terms] as const);
    compare(changed, (before, after) => expect(after).toEqual(before));
  });

  test("LEAD-6: where no client is waited on, a holiday after the stated dates never moves one earlier", () => {
    const changed = fc.tuple(told, termsOf, fc.nat(30)).map(([{ changeOrders: _, ...rest }, terms, days]) => {
      const one: Told = { ...rest, changeOrders: [], clientWaits: [] };
      const holiday = dayFromNumber(dayNumber(one.expeditedBy) + 1 + days);
      return [one, { ...one, holidays: [...one.holidays, holiday] }, terms] as const;
    });
    compare(changed, (before, after) => {
      expect(after.dueDates.expedited >= before.dueDates.expedited).toBe(true);
      expect((after.dueDates.rush ?? "") >= (before.dueDates.rush ?? "")).toBe(true);
    });
  });

  test("LEAD-7: a deposit that is unpaid at the delivery misses nothing whose dates had a business day to run", () => {
    const unpaid = fc.tuple(told, termsOf).map(([one, terms]) => {
      const dates = {
        expeditedBy: dayFromNumber(start + 40),
        ...(one.rushBy === undefined ? {} : { rushBy: dayFromNumber(start + 39) }),
      };
      return [{ ...one, ...dates, changeOrders: [], startedOn: one.deliveredOn }, terms] as const;
    });
    fc.assert(
      fc.property(unpaid, ([request, terms]) => {
        expect(settled(request, terms)).toMatchObject({ outcome: "met" });
      }),
    );
  });

  test("LEAD-7: rush is never due after expedited", () => {
    fc.assert(
      fc.property(told, termsOf, (request, terms) => {
        const answer = settled(request, terms);
        if (answer !== "refused") expect((answer.dueDates.rush ?? "") <= answer.dueDates.expedited).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
