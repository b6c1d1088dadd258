import { formatDuration, type PackageOffer } from "@cimpro/domain";
import { usePolicy } from "../api/policy.ts";

/** Says a package as customers read it: `Guide, 2 units`. Where there is one size only, without the units. */
export function usePackageTitle(): (offer: Pick<PackageOffer, "package" | "units">) => string {
  const levels = usePolicy()?.policy.packages.levels ?? [];
  return ({ package: id, units }) => {
    const level = levels.find((each) => each.id === id);
    if (level?.sizes.length === 1) return level.title;
    return `${level?.title ?? id}, ${units} ${units === 1 ? "unit" : "units"}`;
  };
}

export const capWords = (minutes: number): string => `${formatDuration(minutes)} a month`;
