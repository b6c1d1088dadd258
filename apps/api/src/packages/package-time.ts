import {
  addDays,
  type PackageUsage,
  packageUsage,
  policyOn,
  rejection,
  runsOn,
  type Subscription,
} from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, Refused } from "@cimpro/store";

/** A month of a package with the time of an entry in it; over the cap it says what would cover it (PKG-7). */
export type PackageMonth = PackageUsage["months"][number] & { readonly subscription: string };

/** The package that time of a day counts toward; refused while it does not run (PKG-7). */
export async function runningPackage(books: Books, account: string, id: string, on: string): Promise<Subscription> {
  const subscription = orNotFound(await books.subscriptions.find(account, id), "package", id);
  const { orderedOn, lastOn } = subscription;
  if (!runsOn(subscription, on))
    throw new Refused(rejection("PACKAGE_NOT_RUNNING", { subscription: id, on, orderedOn, lastOn }));
  return subscription;
}

/** What of a package was used in each month begun by a day, by the table in force when it was ordered (PKG-7). */
export async function usageOf(books: Books, subscription: Subscription, asOf: string): Promise<PackageUsage> {
  const { packages } = policyOn(await books.policies.all(), subscription.orderedOn).policy;
  const time = await books.entries.packageTime(subscription.account, subscription.id);
  return orRefuse(packageUsage(subscription, time, asOf, packages));
}

interface PackageEntry {
  readonly account: string;
  readonly package: string | null;
  readonly on: string;
}

/** What an answer about time of a package adds: the month it counts in; over the cap it is flagged there (PKG-7). */
export async function inPackage(books: Books, entry: PackageEntry): Promise<{ readonly package?: PackageMonth }> {
  const month = await packageMonthOf(books, entry);
  return month === null ? {} : { package: month };
}

/** The month that an entry counts in, with all that is recorded in it; null for time that counts toward no package. */
async function packageMonthOf(books: Books, { account, package: id, on }: PackageEntry): Promise<PackageMonth | null> {
  const subscription = id === null ? undefined : await books.subscriptions.find(account, id);
  if (subscription === undefined || !runsOn(subscription, on)) return null;
  const begun = (await usageOf(books, subscription, on)).months.at(-1);
  if (begun === undefined) return null;
  const whole = (await usageOf(books, subscription, addDays(begun.end, -1))).months.at(-1);
  return whole === undefined ? null : { subscription: subscription.id, ...whole };
}
