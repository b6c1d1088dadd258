import type { Policy } from "./policy.ts";

/** One setting that differs. `before` is undefined where it was added, `after` where it was taken out. */
export interface PolicyChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Where two policies differ, by path. Items with an id are compared by id, whatever their order. */
export function diffPolicies(before: Policy, after: Policy): readonly PolicyChange[] {
  return changesAt("", before, after);
}

function changesAt(path: string, before: unknown, after: unknown): readonly PolicyChange[] {
  const left = partsOf(before);
  const right = partsOf(after);
  if (left === null || right === null) return isSame(before, after) ? [] : [{ path, before, after }];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    changesAt(path === "" ? key : `${path}.${key}`, left.get(key), right.get(key)),
  );
}

/** An object's fields, or a list's objects by id or place; null for what is compared as a whole, such as a list of days. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (!isObject(value)) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return value.every(isObject) ? new Map(value.map((item, at) => [idOf(item) ?? String(at), item])) : null;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const idOf = (item: object): string | undefined => ("id" in item && typeof item.id === "string" ? item.id : undefined);

const isSame = (before: unknown, after: unknown): boolean => JSON.stringify(before) === JSON.stringify(after);
