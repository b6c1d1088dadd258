import { formatDuration } from "../values/duration.ts";
import { offerWords, type TableOffer } from "./package-table.ts";
import { joined, type PackageRequest, type Wish } from "./wishes.ts";

/** What to do when no offer fits: which wishes conflict, which offers come nearest, and where more hours come from (PKG-6). */
export function hintFor(request: PackageRequest, wishes: readonly Wish[], offers: readonly TableOffer[]): string {
  return [...conflicts(wishes, offers), ...beyondCap(request, offers), nearest(request, wishes, offers)].join(" ");
}

/** Wishes that nothing meets, and pairs that nothing meets together; each pair is said once. */
function conflicts(wishes: readonly Wish[], offers: readonly TableOffer[]): readonly string[] {
  const alone = wishes.filter((wish) => !offers.some(wish.isMetBy));
  const others = wishes.filter((wish) => !alone.includes(wish));
  const pairs = others.flatMap((wish, at) => {
    const rivals = others
      .slice(at + 1)
      .filter((rival) => !offers.some((each) => wish.isMetBy(each) && rival.isMetBy(each)));
    return rivals.length === 0 ? [] : [`No offer combines ${wish.words} with ${words(rivals, "or")}.`];
  });
  if (alone.length + pairs.length > 0) return [...alone.map((wish) => `No offer gives ${wish.words}.`), ...pairs];
  // Any two go together in some offer, but never all of them; so name all that rule something out.
  const choosy = wishes.filter((wish) => !offers.every(wish.isMetBy));
  return [`No offer combines ${words(choosy, "and")}.`];
}

function beyondCap({ minutesPerMonth }: PackageRequest, offers: readonly TableOffer[]): readonly string[] {
  const most = Math.max(...offers.map(({ capMinutes }) => capMinutes));
  return minutesPerMonth <= most
    ? []
    : [
        `For more than ${formatDuration(most)} a month, consider an allowance (ongoing work) or a SOW (a discrete deliverable).`,
      ];
}

/** The offers that miss the fewest wishes; of those that miss the same ones, the least short of hours, then the first. */
function nearest(request: PackageRequest, wishes: readonly Wish[], offers: readonly TableOffer[]): string {
  const ranked = offers
    .map((offer) => ({
      offer,
      missed: words(
        wishes.filter((wish) => !wish.isMetBy(offer)),
        "and",
      ),
      count: wishes.filter((wish) => !wish.isMetBy(offer)).length,
      shortMinutes: Math.max(0, request.minutesPerMonth - offer.capMinutes),
    }))
    .toSorted((a, b) => a.count - b.count || a.shortMinutes - b.shortMinutes);
  const near = ranked.filter(
    ({ missed, count }, at) => count === ranked[0]?.count && ranked.findIndex((each) => each.missed === missed) === at,
  );
  return `Nearest: ${near.map(({ offer, missed }) => `${offerWords(offer)}, without ${missed}`).join("; ")}.`;
}

const words = (wishes: readonly Wish[], last: "and" | "or"): string =>
  joined(
    wishes.map((wish) => wish.words),
    last,
  );
