import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { floorDivide, roundHalfUp, roundUpTo, scale } from "./rounding.ts";

const safe = fc.maxSafeInteger();
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

/** The definition, without dividing: `rounded ≤ numerator ÷ denominator + ½ < rounded + 1`. */
function isHalfUp(rounded: number, numerator: bigint, denominator: bigint): boolean {
  const shifted = 2n * numerator + denominator;
  const step = 2n * denominator;
  return BigInt(rounded) * step <= shifted && shifted < (BigInt(rounded) + 1n) * step;
}

describe("roundHalfUp", () => {
  test.each([
    [0, 60, 0],
    [29, 60, 0],
    [30, 60, 1],
    [31, 60, 1],
    [90, 60, 2],
    [-29, 60, 0],
    [-30, 60, 0],
    [-31, 60, -1],
    [-90, 60, -1],
    [7, 1, 7],
  ])("RATE-5: %d ÷ %d is %d, halves up on both sides of zero", (numerator, denominator, rounded) => {
    expect(roundHalfUp(numerator, denominator)).toBe(rounded);
  });

  test("any safe integers round as the definition says", () => {
    fc.assert(
      fc.property(safe, positive, (numerator, denominator) => {
        const rounded = roundHalfUp(numerator, denominator);
        expect(isHalfUp(rounded, BigInt(numerator), BigInt(denominator))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("big integers beyond 2^53 round as the definition says", () => {
    fc.assert(
      fc.property(safe, fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.bigInt(), (whole, denominator, rest) => {
        const half = whole > 0 ? whole - 1 : whole + 1;
        const numerator = BigInt(half) * denominator + (rest % denominator);
        expect(isHalfUp(roundHalfUp(numerator, denominator), numerator, denominator)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("a result that would not be exact is an error, never a wrong amount", () => {
    expect(() => roundHalfUp(2n ** 53n, 1n)).toThrow("too large to be exact");
    expect(() => scale(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
  });

  test("a divisor must be positive", () => {
    expect(() => roundHalfUp(1, 0)).toThrow(RangeError);
    expect(() => roundHalfUp(1, -60)).toThrow(RangeError);
  });
});

test("scale multiplies exactly, also where the product leaves the safe range", () => {
  const factor = fc.integer({ min: -(2 ** 45), max: 2 ** 45 });
  const divisor = fc.integer({ min: 2 ** 38, max: 2 ** 50 });
  fc.assert(
    fc.property(factor, factor, divisor, (value, numerator, denominator) => {
      const product = BigInt(value) * BigInt(numerator);
      expect(isHalfUp(scale(value, numerator, denominator), product, BigInt(denominator))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("scale stays exact where a floating product would lose a cent", () => {
  expect(scale(9_007_199_254_740_991, 3, 3)).toBe(9_007_199_254_740_991);
  expect(scale(94_906_267, 94_906_267, 94_906_267)).toBe(94_906_267);
});

test("floorDivide is the largest integer not above the quotient", () => {
  fc.assert(
    fc.property(safe, positive, (numerator, denominator) => {
      const floor = BigInt(floorDivide(numerator, denominator));
      const size = BigInt(denominator);
      expect(floor * size <= BigInt(numerator) && BigInt(numerator) < (floor + 1n) * size).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("RATE-5: another billing increment rounds up, and a whole multiple stays", () => {
  expect(roundUpTo(0, 15)).toBe(0);
  expect(roundUpTo(1, 15)).toBe(15);
  expect(roundUpTo(15, 15)).toBe(15);
  expect(roundUpTo(16, 15)).toBe(30);
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 480 }), (minutes, step) => {
      const raised = roundUpTo(minutes, step);
      expect(raised % step).toBe(0);
      expect(raised >= minutes && raised - minutes < step).toBe(true);
    }),
  );
});
