import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { Deliverable } from "./deliverable.ts";

type Part = Pick<Deliverable, "id" | "parent">;

/** Work may be part of other work of its account, but not of itself (DLV-1). */
export function checkParent(id: string, parent: string, all: readonly Part[]): Result<null> {
  const parents = new Map(all.map((each) => [each.id, each.parent]));
  if (!parents.has(parent) && parent !== id)
    return refused(rejection("NOT_FOUND", { what: "deliverable", id: parent }));
  const passed = new Set<string>();
  for (let at: string | null = parent; at !== null && !passed.has(at); at = parents.get(at) ?? null) {
    if (at === id) return refused(rejection("WORK_BREAKDOWN_CYCLE", { deliverable: id, parent }));
    passed.add(at);
  }
  return ok(null);
}
