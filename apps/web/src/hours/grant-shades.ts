import type { WorkMonth } from "../api/answers.ts";
import { shades } from "../cover-bar/cover-part.ts";

/** A shade for each grant, the same in every month; grants that meet in a month differ as long as there are shades. */
export function grantShades(months: readonly Pick<WorkMonth, "grants">[]): ReadonlyMap<string, number> {
  const chosen = new Map<string, number>();
  for (const { grants } of months.toReversed())
    for (const { grant } of grants) {
      if (chosen.has(grant)) continue;
      const met = months.filter((month) => month.grants.some((each) => each.grant === grant));
      const taken = new Set(met.flatMap((month) => month.grants.map((each) => chosen.get(each.grant))));
      const free = Array.from({ length: shades }, (_, shade) => shade).find((shade) => !taken.has(shade));
      chosen.set(grant, free ?? chosen.size % shades);
    }
  return chosen;
}
