import { type Allowance, AllowanceRow, FactId, monthOf, policyOn, rejection, runTerms } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { z } from "zod";
import { accountToday, commandOf, type SignedIn } from "../context.ts";
import { recordAlerts } from "../cover.ts";
import { factIdOf } from "./fact-id.ts";
import { importRows, mostRows, type Taken } from "./import-rows.ts";

export const ImportAllowances = z.object({ rows: z.array(AllowanceRow).min(1).max(mostRows) });

/** Puts opening balances on the books: hours that another system sold, without an invoice here (ALW-7). */
export const importAllowances = (ctx: SignedIn, { rows }: z.infer<typeof ImportAllowances>) =>
  importRows(ctx, rows, AllowanceRow, ({ account, id }) => JSON.stringify([account, id]), takeAllowance);

const takeAllowance = (ctx: SignedIn, row: AllowanceRow): Promise<Taken> =>
  ctx.store.write(commandOf(ctx, row.account, "allowance.bought", row), async (books, head) => {
    const { account, today } = await accountToday(ctx, books, row.account);
    const { kind, minutes, validFrom, note } = row;
    const id = allowanceIdOf(row);
    const known = await books.allowances.find(account.id, id);
    if (known !== undefined) {
      const { allowance } = known;
      const same = allowance.opening && allowance.kind === kind && allowance.minutes === minutes;
      if (same && known.validFrom === validFrom)
        return { answer: "duplicate" as const, data: null, effectiveOn: today };
      throw new Refused(rejection("ALLOWANCE_EXISTS", { allowance: row.id }));
    }
    const versions = await books.policies.all();
    const common = {
      ...{ id, account: account.id, sequence: head.nextAllowanceSequence(), minutes },
      ratePerHour: row.ratePerHour ?? runTerms(versions, today).rateOn(validFrom).ratePerHour,
      ...{ opening: true, paid: false },
    };
    const allowance: Allowance =
      kind === "lump-sum"
        ? { ...common, kind, validFrom }
        : { ...common, kind, firstMonth: monthOf(validFrom), lastMonth: null };
    await books.post(account.id, head, [{ type: "allowance-bought", allowance, note, on: validFrom }]);
    // Time that was imported before may use the hours at once.
    await recordAlerts(books, account.id, policyOn(versions, today).policy.allowances, { on: today, today });
    return { answer: "accepted" as const, data: { allowance, note, invoice: null }, effectiveOn: validFrom };
  });

/** The other system's own id where that is a UUID, else one made of it. */
const allowanceIdOf = ({ account, id }: AllowanceRow): string =>
  FactId.safeParse(id).data ?? factIdOf("allowance", account, id);
