import { formatDuration, type PackageOffer } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { usePolicy } from "../api/policy.ts";

/** Says a package as customers read it: `Guide, 2 units`. Where there is one size only, without the units. */
export function usePackageTitle(): (offer: Pick<PackageOffer, "package" | "units">) => string {
  const levels = usePolicy()?.policy.packages.levels ?? [];
  return ({ package: id, units }) => {
    const level = levels.find((each) => each.id === id);
    if (level?.sizes.length === 1) return level.title;
    const title = level?.title ?? id;
    return t`${title}, ${plural(units, { one: "# unit", other: "# units" })}`;
  };
}

export function capWords(minutes: number): string {
  const hours = formatDuration(minutes);
  return t`${hours} a month`;
}
