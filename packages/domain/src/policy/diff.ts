import type { Policy } from "./policy.ts";

/** One setting that differs. `before` is undefined where it was added, `after` where it was taken out. */
export interface PolicyChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Where two policies differ, by path. What has a name of its own (an id, a role, a number of units, a first day) is
 * compared by it. Its order counts where people follow it, as that of phases; that of clauses and documents does not.
 */
export function diffPolicies(before: Policy, after: Policy): readonly PolicyChange[] {
  return changesAt("", before, after);
}

/** Lists that nobody reads from top to bottom. */
const unordered = ["clauses", "documents"];

function changesAt(path: string, before: unknown, after: unknown): readonly PolicyChange[] {
  if (isList(before) && isList(after)) return listChanges(path, before, after);
  if (isList(before) || isList(after) || !isObject(before) || !isObject(after))
    return isSame(before, after) ? [] : [{ path, before, after }];
  return partChanges(path, new Map(Object.entries(before)), new Map(Object.entries(after)));
}

function partChanges(
  path: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly PolicyChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    changesAt(path === "" ? key : `${path}.${key}`, before.get(key), after.get(key)),
  );
}

function listChanges(path: string, before: readonly unknown[], after: readonly unknown[]): readonly PolicyChange[] {
  const items = [...before, ...after];
  // A list of plain values, such as days, is one setting.
  if (!items.every(isObject)) return isSame(before, after) ? [] : [{ path, before, after }];
  const key = namingFields.find((field) => isNaming(field, before) && isNaming(field, after));
  if (key === undefined) return partChanges(path, byPlace(before), byPlace(after));
  const [left, right] = [byName(key, before), byName(key, after)];
  const kept = [[...left.keys()].filter((name) => right.has(name)), [...right.keys()].filter((name) => left.has(name))];
  const moved = !unordered.includes(path) && !isSame(kept[0], kept[1]);
  return [...(moved ? [{ path, before: kept[0], after: kept[1] }] : []), ...partChanges(path, left, right)];
}

/** What people call an item by, in this order. */
const namingFields = ["id", "role", "units", "number", "validFrom"];

const isNaming = (field: string, list: readonly unknown[]): boolean => {
  const names = list.map((item) => nameOf(field, item));
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
};

function nameOf(field: string, item: unknown): string | undefined {
  const value: unknown = isObject(item) ? Object.entries(item).find(([key]) => key === field)?.[1] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

const byName = (field: string, list: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(list.map((item) => [nameOf(field, item) ?? "", item]));

const byPlace = (list: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(list.map((item, at) => [String(at), item]));

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isSame = (before: unknown, after: unknown): boolean => JSON.stringify(before) === JSON.stringify(after);
