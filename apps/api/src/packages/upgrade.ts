import { addDays, Cents, Day, Note, rejection, Slug } from "@cimpro/domain";
import { orNotFound, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { begin, end } from "./subscription.ts";

export const UpgradePackage = z.object({
  account: Slug,
  /** The one that is left. */
  subscription: Slug,
  /** What follows it; for the same project or program. */
  package: Slug,
  units: z.int().min(1).max(1000).default(1),
  /** The first day of the new one; the old one ends with the day before. */
  from: Day.optional(),
  /** Stated as agreed, or not at all: prices are not published (PKG-7). */
  monthlyFee: Cents.nonnegative().nullable().default(null),
  note: Note.default(""),
  id: Slug.optional(),
});

/** Goes over from one package to another: the old one ends with the day before the new one begins (PKG-7). */
export async function upgradePackage(ctx: SignedIn, input: z.infer<typeof UpgradePackage>) {
  return ctx.store.write(commandOf(ctx, input.account, "package.upgraded", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const { subscription: left, from = today, ...wanted } = input;
    notAfterToday("The order of a package", from, today);
    const before = orNotFound(await books.subscriptions.find(account.id, left), "package", left);
    if (before.package === wanted.package && before.units === wanted.units)
      throw malformed("package", "is what the account has already");
    if (from <= before.orderedOn) throw malformed("from", `must be after the order of ${before.orderedOn}`);
    if (before.lastOn !== null && before.lastOn < from)
      throw new Refused(rejection("SUBSCRIPTION_ENDED", { subscription: left, lastOn: before.lastOn }));
    const ended = await end(books, before, addDays(from, -1), today);
    const begun = await begin(books, { ...wanted, context: before.context, orderedOn: from });
    const answer = {
      ended: ended.subscription,
      subscription: begun.subscription,
      warnings: [...ended.warnings, ...begun.warnings],
    };
    const data = { ended: before.id, lastOn: ended.subscription.lastOn, subscription: begun.subscription.id };
    return { answer, data, effectiveOn: from };
  });
}

const malformed = (path: string, message: string) =>
  new Refused(rejection("MALFORMED", { issues: [{ path, message }] }));
