import { expect, test } from "vitest";
import { sharedRun } from "./shared-run.ts";

function counted() {
  const ends: ((value: number) => void)[] = [];
  const of = {};
  const ask = sharedRun<object, number>(() => new Promise((resolve) => ends.push(resolve)));
  return { ends, ask: () => ask(of), other: () => ask({}) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("whoever asks while a run goes on shares the one that begins after it", async () => {
  const { ends, ask } = counted();
  const first = ask();
  const later = Array.from({ length: 50 }, () => ask());
  expect(ends).toHaveLength(1);
  ends[0]?.(1);
  expect(await first).toBe(1);
  await settled();
  // Everybody else's one run, which began after they asked.
  expect(ends).toHaveLength(2);
  const last = ask();
  ends[1]?.(2);
  expect(new Set(await Promise.all(later))).toEqual(new Set([2]));
  await settled();
  ends[2]?.(3);
  expect(await last).toBe(3);
  await settled();
  const anew = ask();
  ends[3]?.(4);
  expect(await anew).toBe(4);
});

test("a run that fails is followed by the next, and other databases wait for nobody", async () => {
  let time = 0;
  const ask = sharedRun<object, number>(async () => {
    time += 1;
    if (time === 1) throw new Error("the first");
    return time;
  });
  const of = {};
  const first = ask(of);
  const second = ask(of);
  await expect(first).rejects.toThrow("the first");
  expect(await second).toBe(2);
  const { ends, ask: one, other } = counted();
  void one();
  void other();
  expect(ends).toHaveLength(2);
});
