import type { StatementFact } from "@cimpro/domain";
import type { Tx } from "./engines/database.ts";

/** Everything that ever changed what an account owes, for its statement. */
export async function statementFacts(tx: Tx, account: string): Promise<readonly StatementFact[]> {
  const issued = await tx.db
    .selectFrom("invoice")
    .select(["issued_on", "number", "total"])
    .where("account", "=", account)
    .execute();
  const credited = await tx.db
    .selectFrom("credit_memo")
    .select(["issued_on", "number", "total"])
    .where("account", "=", account)
    .execute();
  const paid = await tx.db
    .selectFrom("payment")
    .select(["paid_on", "id", "amount", "reversed_on"])
    .where("account", "=", account)
    .execute();
  return [
    ...issued.map((row) => ({ on: row.issued_on, kind: "invoice" as const, reference: row.number, amount: row.total })),
    ...credited.map((row) => ({
      on: row.issued_on,
      kind: "credit-memo" as const,
      reference: row.number,
      amount: -row.total,
    })),
    ...paid.map((row) => ({ on: row.paid_on, kind: "payment" as const, reference: row.id, amount: -row.amount })),
    ...paid.flatMap((row) =>
      row.reversed_on === null
        ? []
        : [{ on: row.reversed_on, kind: "payment-reversal" as const, reference: row.id, amount: row.amount }],
    ),
  ];
}
