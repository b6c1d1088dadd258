import { applyAmount } from "@cimpro/domain";
import type { Books } from "@cimpro/store";

type SourceKind = "payment" | "credit-memo";

/** Puts money against invoices within one command; positions keep its rows apart. */
export interface Applier {
  /** Applies an amount to the named invoice, then oldest first; answers what is left (INV-6). */
  spread(kind: SourceKind, source: string, amount: number, on: string, named?: string | null): Promise<number>;
  /** Lets account credit pay an invoice at its issue, oldest money first (INV-6). */
  settleFromCredit(invoice: { readonly number: string; readonly total: number }, on: string): Promise<void>;
}

export function applier(books: Books, account: string, sequence: number): Applier {
  let position: number | undefined;
  const apply = async (
    kind: SourceKind,
    source: string,
    invoice: string,
    amount: number,
    on: string,
  ): Promise<void> => {
    position = (position ?? (await books.applications.lastPosition(account, sequence))) + 1;
    await books.applications.insert([
      { account, sequence, position, source_kind: kind, source, invoice, amount, applied_on: on, reversed_on: null },
    ]);
    await books.invoices.addBalance(account, invoice, -amount);
  };
  return {
    spread: async (kind, source, amount, on, named = null) => {
      const open = await books.invoices.open(account);
      const { applications, unapplied } = applyAmount(amount, open, named);
      for (const each of applications) {
        const issuedOn = open.find(({ number }) => number === each.invoice)?.issuedOn ?? on;
        // Money cannot count before the invoice it settles was there.
        await apply(kind, source, each.invoice, each.amount, issuedOn > on ? issuedOn : on);
      }
      return unapplied;
    },
    settleFromCredit: async (invoice, on) => {
      let left = invoice.total;
      for (const money of await books.applications.unapplied(account)) {
        const amount = Math.min(left, money.amount);
        if (amount === 0) break;
        await books.applications.take(account, money.kind, money.source, amount);
        await apply(money.kind, money.source, invoice.number, amount, on > money.on ? on : money.on);
        left -= amount;
      }
    },
  };
}
