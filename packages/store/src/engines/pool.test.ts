import { expect, test } from "vitest";
import { patiently } from "./patience.ts";
import { pool } from "./pool.ts";

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const numbered = () => {
  const made: number[] = [];
  const gone: number[] = [];
  const make = async () => made.push(0);
  return {
    made,
    gone,
    lent: { make, usable: (item: number) => item !== 2, dispose: (item: number) => void gone.push(item) },
  };
};

test("things are lent in the order in which they were asked for", async () => {
  const { lent, made } = numbered();
  const one = pool(1, lent);
  const order: number[] = [];
  await Promise.all([5, 1, 3].map((ms, place) => one.use(() => rest(ms).then(() => order.push(place)))));
  expect(order).toEqual([0, 1, 2]);
  expect(made).toHaveLength(1);
});

test("one that failed its user is lent again, one that is no longer usable is replaced", async () => {
  const { lent, gone } = numbered();
  const two = pool(2, lent);
  await expect(two.use(() => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
  expect(await Promise.all([two.use(async (item) => item), two.use(async (item) => item)])).toEqual([1, 2]);
  expect(gone).toEqual([2]);
  expect(await Promise.all([two.use(async (item) => item), two.use(async (item) => item)])).toEqual([1, 3]);
});

test("one that cannot be made leaves its place to the next", async () => {
  const { lent } = numbered();
  let tries = 0;
  const flaky = async () => {
    tries += 1;
    if (tries === 1) throw new Error("not yet");
    return lent.make();
  };
  const one = pool(1, { ...lent, make: flaky });
  const [first, second] = await Promise.allSettled([one.use(async (item) => item), one.use(async (item) => item)]);
  expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
});

test("closing waits for what was asked for before, and disposes of everything", async () => {
  const { lent, gone } = numbered();
  const one = pool(1, lent);
  const asked = [one.use(() => rest(5)), one.use(() => rest(5))];
  await one.close();
  await Promise.all(asked);
  expect(gone).toEqual([1]);
  await expect(one.use(async () => 1)).rejects.toThrow("closed");
  await one.close();
});

test("patience ends", async () => {
  let tries = 0;
  const busy = () => {
    tries += 1;
    throw new Error("busy");
  };
  await expect(patiently(busy, () => true, 60)).rejects.toThrow("busy");
  expect(tries).toBeGreaterThan(3);
  tries = 0;
  await expect(patiently(busy, () => false, 60)).rejects.toThrow("busy");
  expect(tries).toBe(1);
});
