import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

/** One thing that changed what an account owes: positive raises it, negative lowers it. */
export interface StatementFact {
  readonly on: Day;
  readonly kind: "invoice" | "credit-memo" | "payment" | "payment-reversal";
  /** The number of the document, or the id of the payment. */
  readonly reference: string;
  readonly amount: Cents;
}

export interface Statement {
  readonly from: Day | null;
  readonly to: Day;
  readonly opening: Cents;
  readonly lines: readonly (StatementFact & { readonly balance: Cents })[];
  /** What the account owes at the end of `to`; negative is account credit. */
  readonly closing: Cents;
}

const order: readonly StatementFact["kind"][] = ["invoice", "credit-memo", "payment", "payment-reversal"];

/** Everything that changed the balance from `from` to `to`, both included, with the running balance. */
export function statementOf(facts: readonly StatementFact[], to: Day, from: Day | null = null): Statement {
  const sorted = facts
    .filter(({ on }) => on <= to)
    .toSorted(
      (a, b) =>
        (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) ||
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        // Longer numbers are later ones.
        a.reference.length - b.reference.length ||
        (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0),
    );
  const opening = sorted.reduce((sum, fact) => (from !== null && fact.on < from ? sum + fact.amount : sum), 0);
  let balance = opening;
  const lines = sorted
    .filter(({ on }) => from === null || on >= from)
    .map((fact) => {
      balance += fact.amount;
      return { ...fact, balance };
    });
  return { from, to, opening, lines, closing: balance };
}
