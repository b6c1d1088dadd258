import { z } from "zod";
import type { Warning } from "../allowances/warnings.ts";
import type { Day } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import { Cents } from "../values/money.ts";
import { Note } from "../values/text.ts";
import type { PackageTable } from "./package-table.ts";
import { canFill, contextWords, PackageContext } from "./roles.ts";
import { PackageSubscription } from "./usage.ts";
import { joined } from "./wishes.ts";

/** A labor package that an account ordered, as the books keep it (PKG-3, PKG-7). */
export const Subscription = z
  .object({
    account: Slug,
    id: Slug,
    ...PackageSubscription.unwrap().shape,
    /** What it was bought for (PKG-2). */
    context: PackageContext,
    /** A month's price as agreed; null while nobody stated one: prices are not published (PKG-7). */
    monthlyFee: Cents.nonnegative().nullable(),
    note: Note,
  })
  .refine(({ orderedOn, lastOn }) => lastOn === null || orderedOn <= lastOn, {
    error: "must not be before the order",
    path: ["lastOn"],
  })
  .readonly();
export type Subscription = z.infer<typeof Subscription>;

/** Whether a package runs on a day, from the order's day to its last one. */
export const runsOn = ({ orderedOn, lastOn }: Pick<Subscription, "orderedOn" | "lastOn">, on: Day): boolean =>
  orderedOn <= on && (lastOn === null || on <= lastOn);

/** Roles that a package fills elsewhere, but not where it was bought for; it may be bought all the same (PKG-2). */
export function subscriptionWarnings(
  { package: id, context }: Pick<Subscription, "package" | "context">,
  table: PackageTable,
): readonly Warning[] {
  const level = table.levels.find((each) => each.id === id);
  const lost = (level?.fills ?? []).filter(({ role }) => !canFill(level?.fills ?? [], role, context));
  if (level === undefined || lost.length === 0) return [];
  const titles = lost.map(({ role }) => `"${table.roles.find((each) => each.id === role)?.title ?? role}"`);
  const roles = `${titles.length === 1 ? "the role" : "the roles"} ${joined(titles, "and")}`;
  return [{ clause: "PKG-2", message: `${level.title} does not fill ${roles} on ${contextWords[context]}.` }];
}
