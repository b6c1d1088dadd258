import {
  Cents,
  Day,
  formatDuration,
  Note,
  PackageContext,
  type PackageUsage,
  policyOn,
  rejection,
  Slug,
  Subscription,
  subscriptionWarnings,
} from "@cimpro/domain";
import { type Books, orNotFound, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { usageOf } from "./package-time.ts";

export const SubscribePackage = z.object({
  account: Slug,
  package: Slug,
  units: z.int().min(1).max(1000).default(1),
  orderedOn: Day.optional(),
  context: PackageContext.default("project"),
  /** Stated as agreed, or not at all: prices are not published (PKG-7). */
  monthlyFee: Cents.nonnegative().nullable().default(null),
  note: Note.default(""),
  id: Slug.optional(),
});
export const EndPackage = z.object({ account: Slug, subscription: Slug, lastOn: Day });

/** A subscription as callers see it: with the hours it has a month. */
export type SubscriptionView = Subscription & Pick<PackageUsage, "capMinutes">;

export const subscriptionView = (subscription: Subscription, { capMinutes }: PackageUsage): SubscriptionView => ({
  ...subscription,
  capMinutes,
});

/** Orders a labor package: no invoice, for prices are not published (PKG-2, PKG-3, PKG-7). */
export async function subscribePackage(ctx: SignedIn, input: z.infer<typeof SubscribePackage>) {
  return ctx.store.write(commandOf(ctx, input.account, "package.subscribed", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const { orderedOn = today, ...ordered } = input;
    notAfterToday("The order of a package", orderedOn, today);
    const answer = await begin(books, { ...ordered, orderedOn });
    return { answer, data: { subscription: answer.subscription.id }, effectiveOn: orderedOn };
  });
}

type Ordered = Omit<z.infer<typeof SubscribePackage>, "orderedOn"> & { readonly orderedOn: string };

/** A package begins to run; refused where there is no such package, or not with so many units. */
export async function begin(books: Books, { id: wanted, ...ordered }: Ordered) {
  const { account, orderedOn } = ordered;
  const id = wanted ?? (await freeId(books, account, ordered.package));
  if ((await books.subscriptions.find(account, id)) !== undefined)
    throw new Refused(rejection("SUBSCRIPTION_EXISTS", { account, subscription: id }));
  const subscription: Subscription = { ...ordered, id, lastOn: null };
  const usage = await usageOf(books, subscription, orderedOn);
  await books.subscriptions.put(subscription);
  const { packages } = policyOn(await books.policies.all(), orderedOn).policy;
  return {
    subscription: subscriptionView(subscription, usage),
    warnings: subscriptionWarnings(subscription, packages),
  };
}

/** The package's own name, or that with the first number that is free. */
async function freeId(books: Books, account: string, name: string): Promise<string> {
  const taken = new Set((await books.subscriptions.of(account)).map(({ id }) => id));
  const stem = name.slice(0, 56);
  let [id, number] = [name, 1];
  while (taken.has(id)) {
    number += 1;
    id = `${stem}-${number}`;
  }
  return id;
}

/** Ends a package with a day; one that ends may end earlier, not later (PKG-7). */
export async function endPackage(ctx: SignedIn, input: z.infer<typeof EndPackage>) {
  return ctx.store.write(commandOf(ctx, input.account, "package.ended", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const before = orNotFound(
      await books.subscriptions.find(account.id, input.subscription),
      "package",
      input.subscription,
    );
    const { lastOn } = input;
    if (lastOn < before.orderedOn) {
      const message = `must not be before the order of ${before.orderedOn}`;
      throw new Refused(rejection("MALFORMED", { issues: [{ path: "lastOn", message }] }));
    }
    const answer = await end(books, before, lastOn, today);
    return { answer, data: { subscription: before.id, lastOn }, effectiveOn: today };
  });
}

/** A package that runs gets its last day; one that ended before is not drawn out. */
export async function end(books: Books, before: Subscription, lastOn: string, today: string) {
  if (before.lastOn !== null && before.lastOn < lastOn)
    throw new Refused(rejection("SUBSCRIPTION_ENDED", { subscription: before.id, lastOn: before.lastOn }));
  const after = Subscription.parse({ ...before, lastOn });
  await books.subscriptions.put(after);
  const usage = await usageOf(books, after, lastOn > today ? lastOn : today);
  const message = `${formatDuration(usage.outsideMinutes)} dated after ${lastOn} count toward no month.`;
  const warnings = usage.outsideMinutes === 0 ? [] : [{ clause: "PKG-7", message }];
  return { subscription: subscriptionView(after, usage), warnings };
}
