import type { GrantUse } from "./pool.ts";

/** A grant has reached a share of its minutes (ALW-7). */
export interface Alert {
  readonly allowance: string;
  readonly grant: string;
  readonly percent: number;
  readonly usedMinutes: number;
  readonly grantedMinutes: number;
}

/** The alerts that the present use calls for; who records them keeps each to once (ALW-7). */
export function alertsOf(uses: readonly GrantUse[], percents: readonly number[]): readonly Alert[] {
  return uses.flatMap(({ grant, usedMinutes }) =>
    percents
      .filter((percent) => grant.minutes > 0 && usedMinutes * 100 >= percent * grant.minutes)
      .map((percent) => ({
        allowance: grant.allowance,
        grant: grant.id,
        percent,
        usedMinutes,
        grantedMinutes: grant.minutes,
      })),
  );
}
