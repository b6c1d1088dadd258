import { statementOf } from "@cimpro/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedStore, stores } from "../test/books.ts";
import { completeBooks } from "../test/complete-books.ts";

describe.each(stores)("what an account owes, on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
    await completeBooks(opened.store);
  });
  afterAll(() => opened.close());
  const facts = (of: string) => opened.store.read(({ statementFacts }) => statementFacts(of));
  const told = async (of: string) =>
    (await facts(of)).map(({ kind, reference, amount }) => `${kind} ${reference} ${amount}`).toSorted();

  test("is raised by invoices and reversals, and lowered by payments and credits", async () => {
    expect(await told("acme")).toEqual([
      "credit-memo CM-000001 -11750",
      "credit-memo CM-000002 -3917",
      "invoice INV-000001 235000",
      "invoice INV-000002 23500",
      "invoice INV-000003 40250",
      "payment bounced -1000",
      "payment first -20000",
      "payment standing -23500",
      "payment-reversal bounced 1000",
    ]);
    expect(await told("nobody")).toEqual([]);
  });

  test.each(["acme", "beta"])("is, for %s, what its invoices say is open, less its credit", async (of) => {
    const { closing } = statementOf(await facts(of), "2024-12-31");
    const { open: owed, unapplied } = await opened.store.read(async ({ invoices, applications }) => ({
      open: (await invoices.open(of)).reduce((sum, { balance }) => sum + balance, 0),
      unapplied: (await applications.unapplied(of)).reduce((sum, { amount }) => sum + amount, 0),
    }));
    expect(closing).toBe(owed - unapplied);
  });
});
