import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deposit, lumpGrant, monthGrant, rush, sowWork } from "../../test/samples.ts";
import { byExpiryStartPurchase, type Grant } from "../allowances/grants.ts";
import { addDays } from "../values/day.ts";
import { type Cover, type CoverQuestion, coverTime, type OpenTime } from "./waterfall.ts";

const work = (id: string, on: string, minutes: number): OpenTime => ({ id, on, minutes });

const cover = (open: readonly OpenTime[], grants: readonly Grant[], changes: Partial<CoverQuestion> = {}) =>
  coverTime({ open, grants, frozen: new Map(), rolloverCapMinutes: 0, ...changes });

/** `a: 60 from lump, 30 open`, as people would write it down. */
const said = (covers: readonly Cover[]): readonly string[] =>
  covers.map(({ id, allowance, openMinutes }) =>
    [id, ...allowance.map(({ grant, minutes }) => `${minutes} from ${grant}`), `${openMinutes} open`].join(", "),
  );

describe("the order among grants", () => {
  const never = lumpGrant("never");
  const january = monthGrant("monthly", "2024-01");

  test.each([
    ["the one that expires first", [never, january], "monthly/2024-01"],
    ["the oldest start among those that never expire", [lumpGrant("new", { validFrom: "2024-01-02" }), never], "never"],
    ["the first bought among those of the same start", [lumpGrant("second", { sequence: 2 }), never], "never"],
    [
      "the one that expires first, though it was bought last",
      [never, monthGrant("later", "2024-01", { sequence: 7 })],
      "later/2024-01",
    ],
  ])("ALW-5: time is covered by %s", (_first, grants, grant) => {
    expect(said(cover([work("a", "2024-01-10", 30)], grants).cover)).toEqual([`a, 30 from ${grant}, 0 open`]);
  });

  test("ALW-5: what one grant cannot cover goes to the next, and the rest to the invoice", () => {
    expect(said(cover([work("a", "2024-01-10", 150)], [never, january]).cover)).toEqual([
      "a, 60 from monthly/2024-01, 60 from never, 30 open",
    ]);
  });

  test("ALW-5: without grants everything is open", () => {
    expect(said(cover([work("a", "2024-01-10", 150)], []).cover)).toEqual(["a, 150 open"]);
  });
});

describe("the order among entries", () => {
  test("ALW-5: oldest work first, and on the same day the first recorded", () => {
    const open = [work("second", "2024-01-10", 40), work("third", "2024-01-10", 40), work("first", "2024-01-09", 40)];
    expect(said(cover(open, [lumpGrant("lump", { minutes: 100 })]).cover)).toEqual([
      "first, 40 from lump, 0 open",
      "second, 40 from lump, 0 open",
      "third, 20 from lump, 20 open",
    ]);
  });
});

describe("validity", () => {
  test.each([
    ["2023-12-31", "a, 30 open"],
    ["2024-01-01", "a, 30 from monthly/2024-01, 0 open"],
    ["2024-01-31", "a, 30 from monthly/2024-01, 0 open"],
    ["2024-02-01", "a, 30 open"],
  ])("ALW-4: January's grant and work of %s: %s", (on, sentence) => {
    expect(said(cover([work("a", on, 30)], [monthGrant("monthly", "2024-01")]).cover)).toEqual([sentence]);
  });

  test("ALW-5: a lump sum covers nothing dated before its validity date, and everything from then on", () => {
    const open = [work("a", "2024-03-04", 10), work("b", "2024-03-05", 10), work("c", "2039-01-01", 10)];
    expect(said(cover(open, [lumpGrant("lump", { validFrom: "2024-03-05" })]).cover)).toEqual([
      "a, 10 open",
      "b, 10 from lump, 0 open",
      "c, 10 from lump, 0 open",
    ]);
  });

  test("ALW-3: a grant that waits for its payment covers nothing", () => {
    expect(said(cover([work("a", "2024-01-10", 30)], [lumpGrant("lump", { state: "unpaid" })]).cover)).toEqual([
      "a, 30 open",
    ]);
  });
});

describe("late work", () => {
  const grants = [monthGrant("monthly", "2024-01"), monthGrant("monthly", "2024-02")];

  test("ALW-6: a late entry uses what its work date's grants still have", () => {
    const frozen = new Map([["monthly/2024-01", 45]]);
    expect(said(cover([work("late", "2024-01-20", 30)], grants, { frozen }).cover)).toEqual([
      "late, 15 from monthly/2024-01, 15 open",
    ]);
  });

  test("ALW-6: derived cover gives way to older work that comes late, while nothing is billed", () => {
    const early = [work("a", "2024-01-10", 60)];
    expect(said(cover(early, grants).cover)).toEqual(["a, 60 from monthly/2024-01, 0 open"]);
    expect(said(cover([...early, work("late", "2024-01-02", 20)], grants).cover)).toEqual([
      "late, 20 from monthly/2024-01, 0 open",
      "a, 40 from monthly/2024-01, 20 open",
    ]);
  });

  test("ALW-6: what rolled over and was billed is not there for late work of the month it came from", () => {
    const frozen = new Map([
      ["monthly/2024-01", 20],
      ["monthly/2024-02+", 30],
    ]);
    const late = [work("late", "2024-01-20", 40)];
    const answer = cover(late, grants, { frozen, rolloverCapMinutes: 600, through: "2024-02-29" });
    expect(said(answer.cover)).toEqual(["late, 10 from monthly/2024-01, 30 open"]);
    expect(
      answer.uses.map(({ grant, usedMinutes, rolledOverMinutes }) => [grant.id, usedMinutes, rolledOverMinutes]),
    ).toEqual([
      ["monthly/2024-01", 30, 30],
      ["monthly/2024-02+", 30, 0],
      ["monthly/2024-02", 0, 0],
    ]);
  });
});

describe("roll-over", () => {
  const months = ["2024-01", "2024-02", "2024-03"].map((month) => monthGrant("monthly", month));
  const rollsOver = { rolloverCapMinutes: 25 };

  test("ALW-4: by default the rest lapses at month end", () => {
    expect(said(cover([work("a", "2024-02-10", 100)], months).cover)).toEqual(["a, 60 from monthly/2024-02, 40 open"]);
  });

  test("ALW-4: up to the cap, the rest of a month is used first in the next month", () => {
    expect(said(cover([work("a", "2024-02-10", 100)], months, rollsOver).cover)).toEqual([
      "a, 25 from monthly/2024-02+, 60 from monthly/2024-02, 15 open",
    ]);
  });

  test("ALW-4: only what was left rolls over", () => {
    const open = [work("a", "2024-01-10", 50), work("b", "2024-02-10", 30)];
    expect(said(cover(open, months, rollsOver).cover)).toEqual([
      "a, 50 from monthly/2024-01, 0 open",
      "b, 10 from monthly/2024-02+, 20 from monthly/2024-02, 0 open",
    ]);
  });

  test("ALW-4: what rolled over is for the next month only; then that month's own rest rolls over", () => {
    expect(said(cover([work("a", "2024-03-10", 100)], months, { rolloverCapMinutes: 600 }).cover)).toEqual([
      "a, 60 from monthly/2024-03+, 40 from monthly/2024-03, 0 open",
    ]);
  });

  test("ALW-4: the rest of the last month has no next month to go to", () => {
    const ended = [monthGrant("monthly", "2024-01")];
    expect(said(cover([work("a", "2024-02-10", 10)], ended, rollsOver).cover)).toEqual(["a, 10 open"]);
  });

  test("ALW-4: a lump sum does not roll over", () => {
    expect(cover([work("a", "2024-06-10", 10)], [lumpGrant("lump")], rollsOver).uses).toHaveLength(1);
  });

  test("ALW-3: paid hours roll over into a month that is not paid yet", () => {
    const [january = lumpGrant("none"), february = lumpGrant("none")] = months;
    const grants: readonly Grant[] = [january, { ...february, state: "unpaid" }];
    expect(said(cover([work("a", "2024-02-10", 60)], grants, rollsOver).cover)).toEqual([
      "a, 25 from monthly/2024-02+, 35 open",
    ]);
  });

  test("ALW-4: unpaid hours do not roll over", () => {
    const [january = lumpGrant("none"), february = lumpGrant("none")] = months;
    const grants: readonly Grant[] = [{ ...january, state: "unpaid" }, february];
    expect(said(cover([work("a", "2024-02-10", 70)], grants, rollsOver).cover)).toEqual([
      "a, 60 from monthly/2024-02, 10 open",
    ]);
  });

  test("ALW-6: billed roll-over stays used when the policy stops rolling over", () => {
    const frozen = new Map([["monthly/2024-02+", 20]]);
    const { uses } = cover([], months, { frozen, through: "2024-03-31" });
    const [january, rolled] = uses;
    expect(january).toMatchObject({ grant: { id: "monthly/2024-01" }, usedMinutes: 0, rolledOverMinutes: 20 });
    expect(rolled).toMatchObject({ grant: { id: "monthly/2024-02+", minutes: 20 }, usedMinutes: 20 });
  });
});

describe("for any work and any grants", () => {
  const days = fc.integer({ min: 0, max: 100 }).map((day) => addDays("2024-01-01", day));
  const anyWork = fc.array(fc.record({ id: fc.uuid(), on: days, minutes: fc.integer({ min: 1, max: 90 }) }), {
    maxLength: 15,
  });
  const size = { minutes: fc.integer({ min: 0, max: 300 }), sequence: fc.nat({ max: 3 }) };
  const months = fc.subarray(["2024-01", "2024-02", "2024-03", "2024-04"], { minLength: 1 });
  const purchase = fc.oneof(fc.record({ validFrom: days, ...size }), fc.record({ months, ...size }));
  const anyGrants = fc.array(purchase, { maxLength: 4 }).map((purchases) =>
    purchases.flatMap((bought, at) => {
      if ("validFrom" in bought) return [lumpGrant(`lump-${at}`, bought)];
      const { months: own, ...rest } = bought;
      return own.map((month) => monthGrant(`monthly-${at}`, month, rest));
    }),
  );

  test("ALW-5: the answer is that of giving out minute by minute", () => {
    fc.assert(
      fc.property(anyWork, anyGrants, (open, grants) => {
        const used = new Map<string, number>();
        const byHand = open
          .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
          .map(({ minutes, on }) => Array.from({ length: minutes }, () => takeOne(grants, used, on)));
        const { cover: covers } = cover(open, grants);
        expect(
          covers.map(({ allowance, openMinutes }) => [
            ...allowance.flatMap(({ grant, minutes }) => Array.from({ length: minutes }, () => grant)),
            ...Array.from({ length: openMinutes }, () => "open"),
          ]),
        ).toEqual(byHand);
      }),
      { numRuns: 100 },
    );
  });

  test("ALW-5: a waterfall on the totals of days is the waterfall on entries, summed by day", () => {
    fc.assert(
      fc.property(anyWork, anyGrants, fc.constantFrom(0, 50, 1000), (open, grants, rolloverCapMinutes) => {
        const sums = new Map<string, number>();
        for (const { on, minutes } of open) sums.set(on, (sums.get(on) ?? 0) + minutes);
        const totals = [...sums].map(([on, minutes]) => work(on, on, minutes));
        const byEntry = cover(open, grants, { rolloverCapMinutes });
        const byDay = cover(totals, grants, { rolloverCapMinutes });
        expect(sumsByDay(byEntry.cover)).toEqual(sumsByDay(byDay.cover));
        expect(byEntry.uses).toEqual(byDay.uses);
      }),
      { numRuns: 100 },
    );
  });
});

/** The grant that the rule gives one minute to, worked out anew for each. */
function takeOne(grants: readonly Grant[], used: Map<string, number>, on: string): string {
  const grant = grants
    .filter(({ validFrom, validUntil }) => validFrom <= on && (validUntil === null || on < validUntil))
    .filter(({ id, minutes }) => (used.get(id) ?? 0) < minutes)
    .toSorted(byExpiryStartPurchase)[0];
  if (grant === undefined) return "open";
  used.set(grant.id, (used.get(grant.id) ?? 0) + 1);
  return grant.id;
}

function sumsByDay(covers: readonly Cover[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, minutes: number) => sums.set(key, (sums.get(key) ?? 0) + minutes);
  for (const { on, allowance, openMinutes } of covers) {
    add(on, openMinutes);
    for (const { grant, minutes } of allowance) add(`${on} ${grant}`, minutes);
  }
  return sums;
}

describe("SOW time", () => {
  const shop = (id: string, on: string, minutes: number): OpenTime => ({ id, on, minutes, deliverable: "shop" });
  const places = (covers: readonly Cover[]) =>
    covers.map(({ id, deposit: paid, allowance, openMinutes, held }) => [
      ...[id, paid, allowance.reduce((sum, { minutes }) => sum + minutes, 0), openMinutes, held],
    ]);
  const grants = [lumpGrant("lump", { minutes: 60 })];
  const open = [shop("a", "2024-01-10", 90), work("general", "2024-01-10", 45), shop("b", "2024-01-11", 90)];

  test("ALW-5: goes to its deposit, then to an allowance if it draws from one, then to the invoice", () => {
    const works = sowWork({ deposit: deposit(11_750), drawFromAllowance: true });
    expect(places(cover(open, grants, { sowWork: [works] }).cover)).toEqual([
      ["a", 30, 60, 0, 0],
      ["general", 0, 0, 45, 0],
      ["b", 0, 0, 90, 0],
    ]);
    expect(places(cover(open, grants, { sowWork: [{ ...works, drawFromAllowance: false }] }).cover)).toEqual([
      ["a", 30, 0, 60, 0],
      ["general", 0, 45, 0, 0],
      ["b", 0, 0, 90, 0],
    ]);
  });

  test("DLV-5: beyond the approved total is held, and neither its deposit nor an allowance covers it", () => {
    const works = sowWork({ approvedMinutes: 100, deposit: deposit(1_000_000), drawFromAllowance: true });
    expect(places(cover(open, grants, { sowWork: [works] }).cover)).toEqual([
      ["a", 90, 0, 0, 0],
      ["general", 0, 45, 0, 0],
      ["b", 10, 0, 0, 80],
    ]);
  });

  test("RATE-3, LEAD-2: says its frozen rate, and the premium on what hours cover or will be invoiced", () => {
    const works = sowWork({
      deposit: deposit(16_750),
      premium: rush({ until: "2024-01-10" }),
      drawFromAllowance: true,
    });
    const said = cover(open, [lumpGrant("lump", { minutes: 20 })], { sowWork: [works] }).cover;
    expect(
      said.map(({ id, ratePerHour, premium }) => [id, ratePerHour, premium.map(({ minutes }) => minutes)]),
    ).toEqual([
      ["a", 23_500, [60]],
      ["general", null, []],
      ["b", 23_500, []],
    ]);
  });
});
