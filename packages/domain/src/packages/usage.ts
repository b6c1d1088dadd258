import { z } from "zod";
import { addDays, Day, monthsAfter, Period } from "../values/day.ts";
import { formatDuration, Minutes } from "../values/duration.ts";
import { Slug } from "../values/id.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { offersOf, offerWords, PackageOffer, type PackageTable, plainOffer, type TableOffer } from "./package-table.ts";

/** A labor package as it was ordered. */
export const PackageSubscription = z
  .object({
    package: Slug,
    units: z.int().min(1),
    /** Its day of the month begins every billing month (PKG-7). */
    orderedOn: Day,
    /** The last day it runs; null while it goes on. */
    lastOn: Day.nullable(),
  })
  .refine(({ orderedOn, lastOn }) => lastOn === null || orderedOn <= lastOn, {
    error: "must not be before the order",
    path: ["lastOn"],
  })
  .readonly();
export type PackageSubscription = z.infer<typeof PackageSubscription>;

/** Time that a package's expert spent; never billed by the hour (PKG-7). */
export interface PackageTime {
  readonly on: Day;
  readonly minutes: Minutes;
}

/** Hours over the cap, and the smallest upgrade with a cap that would have covered the month. */
const OverCap = z
  .object({ minutes: Minutes, upgrade: PackageOffer.nullable(), message: z.string(), clause: z.string() })
  .readonly();

const UsageMonth = z
  .object({
    ...Period.unwrap().shape,
    capMinutes: Minutes,
    usedMinutes: Minutes,
    /** What is left of the cap; it does not roll over. */
    remainingMinutes: Minutes,
    over: OverCap.nullable(),
  })
  .readonly();

export const PackageUsage = z
  .object({
    ...PackageOffer.unwrap().shape,
    months: z.array(UsageMonth).readonly(),
    /** Time dated before the order or after the last day: it counts toward no month. */
    outsideMinutes: Minutes,
  })
  .readonly();
export type PackageUsage = z.infer<typeof PackageUsage>;

/**
 * What was used of a package's cap in each billing month begun by `asOf`, from time dated up to then (PKG-7). A month
 * begins on the order date's day of the month, or on the last day of a month that lacks it. Minutes over the cap are
 * flagged with the upgrade that would cover the month: of this skill level or higher, the lowest, then fewest units.
 */
export function packageUsage(
  subscription: PackageSubscription,
  time: readonly PackageTime[],
  asOf: Day,
  table: PackageTable,
): Result<PackageUsage> {
  const offers = offersOf(table);
  const offer = offers.find((each) => each.package === subscription.package && each.units === subscription.units);
  if (offer === undefined) return refused(unknownOffer(subscription, offers));
  const { orderedOn, lastOn } = subscription;
  const used = new Map<number, number>();
  const dated = time.filter(({ on }) => on <= asOf);
  const inside = dated.filter(({ on }) => on >= orderedOn && (lastOn === null || on <= lastOn));
  for (const { on, minutes } of inside) {
    const month = monthAt(orderedOn, on);
    used.set(month, (used.get(month) ?? 0) + minutes);
  }
  const lastCounted = lastOn !== null && lastOn < asOf ? lastOn : asOf;
  const count = lastCounted < orderedOn ? 0 : monthAt(orderedOn, lastCounted) + 1;
  return ok({
    ...plainOffer(offer),
    months: Array.from({ length: count }, (_, at) => ({
      ...billingMonth(subscription, at),
      ...useOf(offer, used.get(at) ?? 0, offers),
    })),
    outsideMinutes: total(dated) - total(inside),
  });
}

/** The billing month, counted from zero, that begins on the order date's day; the last ends with the package. */
export function billingMonth({ orderedOn, lastOn }: PackageSubscription, at: number): Period {
  const end = monthsAfter(orderedOn, at + 1);
  return { start: monthsAfter(orderedOn, at), end: lastOn !== null && lastOn < end ? addDays(lastOn, 1) : end };
}

/** Which billing month a day lies in. */
function monthAt(orderedOn: Day, on: Day): number {
  const months = monthCount(on) - monthCount(orderedOn);
  return on < monthsAfter(orderedOn, months) ? months - 1 : months;
}

const monthCount = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function useOf(offer: TableOffer, usedMinutes: Minutes, offers: readonly TableOffer[]) {
  const { capMinutes } = offer;
  const overMinutes = usedMinutes - capMinutes;
  return {
    capMinutes,
    usedMinutes,
    remainingMinutes: Math.max(0, -overMinutes),
    over: overMinutes > 0 ? overCap(offer, overMinutes, offers) : null,
  };
}

function overCap(offer: TableOffer, minutes: Minutes, offers: readonly TableOffer[]): z.infer<typeof OverCap> {
  const used = offer.capMinutes + minutes;
  const upgrade = offers.find((each) => each.level.level >= offer.level.level && each.capMinutes >= used);
  const way =
    upgrade === undefined
      ? "no package has that many; consider an allowance or a SOW"
      : `${offerWords(upgrade)} would cover them`;
  const message = `${formatDuration(minutes)} over the cap of ${formatDuration(offer.capMinutes)}, recorded and not billed; ${way}.`;
  return { minutes, upgrade: upgrade === undefined ? null : plainOffer(upgrade), message, clause: "PKG-7" };
}

function unknownOffer({ package: id, units }: PackageSubscription, offers: readonly TableOffer[]) {
  const sizes = offers.filter((each) => each.package === id).map((each) => each.units);
  const issue =
    sizes.length === 0
      ? { path: "package", message: `there is no package "${id}"` }
      : { path: "units", message: `"${id}" is sold with ${sizes.join(", ")} units, not ${units}` };
  return rejection("MALFORMED", { issues: [issue] });
}

const total = (time: readonly PackageTime[]): Minutes => time.reduce((sum, { minutes }) => sum + minutes, 0);
