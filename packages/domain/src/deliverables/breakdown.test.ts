import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkParent } from "./breakdown.ts";

describe("checkParent", () => {
  const all = [
    { id: "project", parent: null },
    { id: "sync", parent: "project" },
    { id: "prices", parent: "sync" },
  ];
  test("DLV-1: work may be part of other work of its account", () => {
    expect(checkParent("new", "prices", all)).toEqual({ ok: true, value: null });
    expect(checkParent("prices", "project", all)).toEqual({ ok: true, value: null });
  });
  test("DLV-1: never of itself, nor of what is part of it", () => {
    for (const [id, parent] of [
      ["sync", "sync"],
      ["project", "prices"],
      ["new", "new"],
    ] as const)
      expect(checkParent(id, parent, all)).toMatchObject({ rejection: { code: "WORK_BREAKDOWN_CYCLE" } });
  });
  test("the parent must be there", () => {
    expect(checkParent("sync", "nowhere", all)).toMatchObject({ rejection: { code: "NOT_FOUND" } });
  });
  test("DLV-1: however often work is moved, nobody ever finds a cycle", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const moves = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 30 });
    fc.assert(
      fc.property(moves, (wanted) => {
        const parents = new Map<string, string | null>(ids.map((id) => [id, null]));
        const parts = () => [...parents].map(([id, parent]) => ({ id, parent }));
        for (const [id, parent] of wanted) if (checkParent(id, parent, parts()).ok) parents.set(id, parent);
        for (const start of ids) {
          let [at, steps] = [parents.get(start) ?? null, 0];
          while (at !== null && steps <= ids.length) [at, steps] = [parents.get(at) ?? null, steps + 1];
          expect(steps).toBeLessThanOrEqual(ids.length);
        }
      }),
    );
  });
});
