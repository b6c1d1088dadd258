/** The one home of division: every remainder in cimpro is decided in this file. */

/** `numerator / denominator` to the nearest integer, halves up (RATE-5). Exact: falls back to big integers when a product left the safe range. */
export function roundHalfUp(numerator: number | bigint, denominator: number | bigint): number {
  if (typeof numerator === "number" && typeof denominator === "number") {
    const doubled = numerator * 2 + denominator;
    if (Number.isSafeInteger(doubled) && denominator > 0) return Math.floor(doubled / (denominator * 2));
  }
  return safeNumber(floorBig(BigInt(numerator) * 2n + BigInt(denominator), BigInt(denominator) * 2n));
}

/** The product of two integers over a third, rounded half up once (RATE-5). */
export function scale(value: number, numerator: number, denominator: number): number {
  const product = value * numerator;
  return Number.isSafeInteger(product)
    ? roundHalfUp(product, denominator)
    : roundHalfUp(BigInt(value) * BigInt(numerator), BigInt(denominator));
}

/** The largest integer not above `numerator / denominator`. */
export function floorDivide(numerator: number, denominator: number): number {
  return Math.floor(numerator / denominator);
}

/** `value` raised to the next multiple of `step` (a whole multiple stays). */
export function roundUpTo(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

function floorBig(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError("A divisor must be positive.");
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

function safeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError("An amount is too large to be exact.");
  return number;
}
