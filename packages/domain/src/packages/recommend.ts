import { z } from "zod";
import { ok, type Result } from "../values/result.ts";
import { type Trace, TraceStep } from "../values/trace.ts";
import { hintFor } from "./hint.ts";
import { offersOf, offerWords, PackageOffer, type PackageTable, plainOffer, type TableOffer } from "./package-table.ts";
import { OfferReason, type PackageRequest, type Wish, wishesOf } from "./wishes.ts";

/** An offer under test: whether it meets every wish, and if it is not the recommended one, why not. */
export const TestedOffer = z
  .object({ ...PackageOffer.unwrap().shape, fits: z.boolean(), reasons: z.array(OfferReason).readonly() })
  .readonly();
export type TestedOffer = z.infer<typeof TestedOffer>;

export const PackageRecommendation = z
  .object({
    recommended: PackageOffer.nullable(),
    offers: z.array(TestedOffer).readonly(),
    /** Only when nothing fits. */
    hint: z.string().optional(),
    trace: z.array(TraceStep).readonly(),
  })
  .readonly();
export type PackageRecommendation = z.infer<typeof PackageRecommendation>;

/**
 * The package that meets every wish at the lowest skill level and then with the fewest units, after testing all
 * offers (PKG-6). Each other offer says every wish it misses or, if it fits too, what makes it worse than the
 * recommended one: a higher level, or more units of the same. That nothing fits is an answer, with a hint.
 */
export function recommendPackage(request: PackageRequest, table: PackageTable): Result<PackageRecommendation> {
  const wishes = wishesOf(request, table);
  if (!wishes.ok) return wishes;
  const offers = offersOf(table);
  const fits = (offer: TableOffer) => wishes.value.every((wish) => wish.isMetBy(offer));
  const best = offers.find(fits) ?? null;
  return ok({
    recommended: best && plainOffer(best),
    offers: offers.map((offer) => ({
      ...plainOffer(offer),
      fits: fits(offer),
      reasons: fits(offer) ? reasonsBehind(offer, best) : reasonsAgainst(offer, wishes.value),
    })),
    ...(best === null ? { hint: hintFor(request, wishes.value, offers) } : {}),
    trace: [...traceOf(request, offers.filter(fits), offers.length)],
  });
}

const reasonsAgainst = (offer: TableOffer, wishes: readonly Wish[]): readonly OfferReason[] =>
  wishes.filter((wish) => !wish.isMetBy(offer)).map((wish) => wish.reasonAgainst(offer));

/** What makes an offer that fits worse than the best; nothing for the best itself. */
function reasonsBehind(offer: TableOffer, best: TableOffer | null): readonly OfferReason[] {
  if (best === null || offer === best) return [];
  const [code, how] =
    offer.level.level > best.level.level
      ? (["lower-level-suffices", "at a lower skill level"] as const)
      : (["fewer-units-suffice", "with fewer units"] as const);
  return [{ code, message: `${offerWords(best)} meets every wish ${how}.`, clause: "PKG-6" }];
}

function traceOf(request: PackageRequest, fitting: readonly TableOffer[], tested: number): Trace {
  const { roles, portal, minutesPerMonth, context } = request;
  const best = fitting[0];
  return [
    {
      clause: "PKG-6",
      what: `${fitting.length} of ${tested} offers meet every wish`,
      minutes: minutesPerMonth,
      facts: { roles: roles.join(", "), portal, context },
    },
    ...(best === undefined
      ? []
      : [
          {
            clause: "PKG-6",
            what: `${offerWords(best)} has the lowest skill level and the fewest units of these`,
            minutes: best.capMinutes,
          },
        ]),
  ];
}
