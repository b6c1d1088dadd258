import { Day, Name, rejection, Slug, slugOf, TimeZone, text } from "@cimpro/domain";
import { type Account, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";

const details = {
  address: text(1000).default(""),
  email: text(320).default(""),
  timeZone: TimeZone.nullish(),
  billingAnchor: Day.nullish(),
};

export const OpenAccount = z.object({ name: Name, id: Slug.optional(), openedOn: Day.optional(), ...details });
export const EditAccount = z.object({
  account: Slug,
  name: Name.optional(),
  address: text(1000).optional(),
  email: text(320).optional(),
  timeZone: TimeZone.nullish(),
  billingAnchor: Day.nullish(),
});

/** Opens an account; its id is taken from its name unless one is given. */
export async function openAccount(ctx: SignedIn, input: z.infer<typeof OpenAccount>): Promise<Account> {
  const id = input.id ?? slugOf(input.name);
  const command = { ...commandOf(ctx, id, "account.opened", input), opens: true };
  return ctx.store.write(command, async (books) => {
    if ((await books.accounts.find(id)) !== undefined) throw new Refused(rejection("ACCOUNT_EXISTS", { account: id }));
    const today = await businessDay(ctx, books, { timeZone: input.timeZone ?? null });
    const account: Account = {
      id,
      name: input.name,
      address: input.address,
      email: input.email,
      openedOn: input.openedOn ?? today,
      timeZone: input.timeZone ?? null,
      billingAnchor: input.billingAnchor ?? null,
    };
    await books.accounts.insert(account);
    return { answer: account, data: { account }, effectiveOn: account.openedOn };
  });
}

/** Changes what an account is called and where it is; issued documents keep what they said (INV-3). */
export async function editAccount(ctx: SignedIn, input: z.infer<typeof EditAccount>): Promise<Account> {
  return ctx.store.write(commandOf(ctx, input.account, "account.edited", input), async (books) => {
    const before = await accountOf(books, input.account);
    const after: Account = {
      ...before,
      name: input.name ?? before.name,
      address: input.address ?? before.address,
      email: input.email ?? before.email,
      timeZone: input.timeZone === undefined ? before.timeZone : input.timeZone,
      billingAnchor: input.billingAnchor === undefined ? before.billingAnchor : input.billingAnchor,
    };
    await books.accounts.update(after);
    return { answer: after, data: { before, after }, effectiveOn: await businessDay(ctx, books, after) };
  });
}
