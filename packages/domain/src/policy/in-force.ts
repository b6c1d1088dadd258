import type { Day } from "../values/day.ts";
import type { PolicyVersion } from "./policy.ts";

/**
 * The version in force on a day: the latest begun by then; the first also holds for all days before it (RATE-2).
 * `versions` are in order of `from`.
 */
export function policyOn(versions: readonly PolicyVersion[], on: Day): PolicyVersion {
  const version = versions.findLast((each) => each.from <= on) ?? versions[0];
  if (version === undefined) throw new RangeError("Books need at least one policy version.");
  return version;
}
