import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountFor, blendedAmount } from "../values/money.ts";
import { creditAmount, creditMemoNumber, lastMinutes } from "./credit-memo.ts";

const line = (minutes: number, ratePerHour = 23_500) => ({
  invoice: "INV-000001",
  line: 1,
  minutes,
  ratePerHour,
  amount: amountFor(minutes, ratePerHour),
});

describe("creditAmount", () => {
  test.each([
    [90, 90, 35_250],
    [90, 30, 11_750],
    [20, 10, 3916],
    [10, 10, 3917],
    [2, 1, 391],
    [1, 1, 392],
  ])("INV-3: of a line of %d minutes at 235.00, crediting %d gives back %d cents", (minutes, credited, amount) => {
    expect(creditAmount(line(minutes), credited)).toEqual({ ok: true, value: amount });
  });

  test.each([91, 0, -1])("INV-3: %d minutes of a line of 90 cannot be credited", (minutes) => {
    expect(creditAmount(line(90), minutes)).toMatchObject({
      ok: false,
      rejection: {
        code: "CREDIT_EXCEEDS_LINE",
        clause: "INV-3",
        details: { invoice: "INV-000001", line: 1, minutes, left: 90 },
      },
    });
  });

  test("INV-3: partial credits of a whole line sum to the line to the cent, whatever the parts", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1_000_000 }), (minutes, ratePerHour) => {
        const whole = line(
          minutes.reduce((sum, part) => sum + part, 0),
          ratePerHour,
        );
        let left = whole;
        for (const part of minutes) {
          const credit = creditAmount(left, part);
          const amount = credit.ok ? credit.value : Number.NaN;
          expect(amount).toBeGreaterThanOrEqual(0);
          left = { ...left, minutes: left.minutes - part, amount: left.amount - amount };
        }
        expect(left).toMatchObject({ minutes: 0, amount: 0 });
      }),
    );
  });
});

describe("lastMinutes", () => {
  const slices = [
    { entry: "first", minutes: 60 },
    { entry: "second", minutes: 30 },
    { entry: "third", minutes: 15 },
  ];

  test.each([
    [0, {}],
    [10, { third: 10 }],
    [15, { third: 15 }],
    [40, { second: 25, third: 15 }],
    [105, { first: 60, second: 30, third: 15 }],
    [200, { first: 60, second: 30, third: 15 }],
  ])("INV-3: the last %d minutes are %j", (minutes, taken) => {
    expect(Object.fromEntries(lastMinutes(slices, minutes).map((slice) => [slice.entry, slice.taken]))).toEqual(taken);
  });

  test("INV-3: slices keep their order, and those already given back are passed over", () => {
    const some = [...slices, { entry: "gone", minutes: 0 }];
    expect(lastMinutes(some, 20)).toEqual([
      { entry: "second", minutes: 30, taken: 5 },
      { entry: "third", minutes: 15, taken: 15 },
    ]);
  });
});

test.each([
  [1, "CM-000001"],
  [999_999, "CM-999999"],
  [1_000_000, "CM-1000000"],
])("INV-3: credit memo %d is %s", (count, number) => expect(creditMemoNumber(count)).toBe(number));

describe("crediting a premium that was settled", () => {
  const premium = { invoice: "INV-000001", line: 2, ratePerHour: 10_000 };
  const settled = { ratePerHour: 5000, keptMinutes: 40 };

  test("LEAD-8: takes the settled premium off each minute, and the full one off those that keep it last", () => {
    // Of 100 minutes 60 are settled at half the premium.
    const amount = 5000 + 6667;
    expect(creditAmount({ ...premium, minutes: 100, amount, settled }, 60)).toEqual({ ok: true, value: 5000 });
    expect(creditAmount({ ...premium, minutes: 40, amount: 6667, settled }, 40)).toEqual({ ok: true, value: 6667 });
  });

  test("INV-3: never credits more than is left of the line, and all of it in the end", () => {
    const minutes = fc.integer({ min: 1, max: 500 });
    const rate = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(
        minutes,
        rate,
        fc.nat({ max: 500 }),
        fc.array(minutes, { maxLength: 6 }),
        (all, settledRate, kept, parts) => {
          const at = { ratePerHour: settledRate, keptMinutes: Math.min(kept, all) };
          const due = blendedAmount([
            { minutes: at.keptMinutes, ratePerHour: 10_000 },
            { minutes: all - at.keptMinutes, ratePerHour: settledRate },
          ]);
          let left = { minutes: all, amount: due };
          for (const part of [...parts, all]) {
            const taken = Math.min(part, left.minutes);
            if (taken === 0) break;
            const credit = creditAmount({ ...premium, ...left, settled: at }, taken);
            if (!credit.ok) throw new Error("it was refused");
            expect(credit.value).toBeGreaterThanOrEqual(0);
            left = { minutes: left.minutes - taken, amount: left.amount - credit.value };
          }
          expect(left).toEqual({ minutes: 0, amount: 0 });
        },
      ),
    );
  });
});
