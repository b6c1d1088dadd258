import { AccountRow, rejection, slugOf } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { z } from "zod";
import { openAccount } from "../accounts/open-account.ts";
import type { SignedIn } from "../context.ts";
import { importRows, mostRows, type Taken } from "./import-rows.ts";

export const ImportAccounts = z.object({ rows: z.array(AccountRow).min(1).max(mostRows) });

/** Opens the accounts of another system. One that is open under its id and name is known. */
export const importAccounts = (ctx: SignedIn, { rows }: z.infer<typeof ImportAccounts>) =>
  importRows(ctx, rows, AccountRow, idOf, takeAccount);

const idOf = ({ id, name }: AccountRow): string => id ?? slugOf(name);

async function takeAccount(ctx: SignedIn, row: AccountRow): Promise<Taken> {
  const id = idOf(row);
  const known = await ctx.store.read((books) => books.accounts.find(id));
  if (known?.name === row.name) return "duplicate";
  if (known !== undefined) throw new Refused(rejection("ACCOUNT_EXISTS", { account: id }));
  await openAccount(ctx, { ...row, id });
  return "accepted";
}
