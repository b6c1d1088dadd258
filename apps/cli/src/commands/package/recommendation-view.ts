import { formatDuration, type PackageOffer, type PackageRecommendation, type PackageTable } from "@cimpro/domain";
import { type Block, facts, line } from "../../terminal/block.ts";

/** A recommendation for people: the offer to take, then each other with what speaks against it. */
export function recommendationView(
  { recommended, offers, hint }: PackageRecommendation,
  { levels }: PackageTable,
): readonly Block[] {
  const words = ({ package: id, units, capMinutes }: PackageOffer): string => {
    const title = levels.find((level) => level.id === id)?.title ?? id;
    return `${title}, ${units} ${units === 1 ? "unit" : "units"}, ${formatDuration(capMinutes)} a month`;
  };
  const others = offers.filter(({ package: id, units }) => id !== recommended?.package || units !== recommended.units);
  return [
    recommended === null ? line("No package fits.", "bad") : line(`Recommended: ${words(recommended)}.`, "good"),
    ...(hint === undefined ? [] : [line(hint)]),
    line(""),
    line(recommended === null ? "Why not:" : "Why not the others:"),
    facts(
      ...others.map(
        (offer) =>
          [words(offer), offer.reasons.map(({ message, clause }) => `${message} (${clause})`).join(" ")] as const,
      ),
    ),
  ];
}
