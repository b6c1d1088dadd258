import { type ChangeOrder, contentOfChangeOrder, contentOfSow, Deliverable, type Sow } from "@cimpro/domain";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, command, did, type OpenedStore, openAccount, stores } from "../../test/books.ts";
import { digestOf } from "../digest.ts";
import { verifyBooks } from "../verify.ts";

const sow: Sow = {
  ...{ account: "acme", id: "sync-sow-1", deliverable: "sync", number: 1, scope: "", minutes: 600, opening: false },
  ...{ estimates: [{ phase: "implementation", minutes: 600 }], leadTime: "standard", expeditedBy: null, rushBy: null },
  ...{ ratePerHour: 23_500, premiums: { expedited: 5000, rush: 10_000 }, policyVersion: 1, deposit: 0 },
  ...{ issuedOn: "2024-01-01", validUntil: "2024-01-31", state: "approved", approvedOn: "2024-01-02" },
  ...{ approvedBy: "Pat", seal: null, depositInvoice: null },
};
const order: ChangeOrder = {
  ...{ account: "acme", id: "sync-co-1", deliverable: "sync", number: 1, scope: "", minutes: 60, reason: null },
  ...{ newExpeditedBy: null, newRushBy: null, proposedOn: "2024-01-03", state: "approved" },
  ...{ decidedOn: "2024-01-04", decidedBy: "Pat", seal: null },
};
const sealed: Sow = { ...sow, seal: digestOf(contentOfSow(sow)) };
const sealedOrder: ChangeOrder = { ...order, seal: digestOf(contentOfChangeOrder(order)) };

describe.each(stores)("seals on %s", (_engine, open) => {
  let books: OpenedStore;
  beforeEach(async () => {
    books = await open();
    await openAccount(books.store, account("acme"));
  });
  afterEach(() => books.close());

  const foundIn = async (sows: readonly Sow[], orders: readonly ChangeOrder[] = []) => {
    await books.store.write(command("acme", "records.put"), async (all) => {
      await all.deliverables.put(Deliverable.parse({ account: "acme", id: "sync", name: "Price sync" }));
      for (const each of sows) await all.sows.put(each);
      for (const each of orders) await all.changeOrders.put(each);
      return did(null, {});
    });
    return (await verifyBooks(books.store.database)).problems.map(({ check, at }) => `${check} ${at}`);
  };

  test("DLV-2, DLV-4: what is approved agrees with its seal", async () => {
    expect(await foundIn([sealed], [sealedOrder])).toEqual([]);
  });

  test("DLV-2: a sealed SOW that says something else is found, though the journal tells the same", async () => {
    expect(await foundIn([{ ...sealed, minutes: 660 }])).toEqual(["seal acme sync-sow-1"]);
    expect(await foundIn([{ ...sealed, seal: null }])).toEqual(["seal acme sync-sow-1"]);
    expect(await foundIn([{ ...sealed, state: "replaced" }])).toEqual(["seal acme sync-sow-1"]);
  });

  test("DLV-4: so is a sealed change order", async () => {
    expect(await foundIn([sealed], [{ ...sealedOrder, minutes: 90 }])).toEqual(["seal acme sync-co-1"]);
    expect(await foundIn([sealed], [{ ...sealedOrder, state: "declined" }])).toEqual(["seal acme sync-co-1"]);
  });

  test("DLV-2: a deliverable has one approved SOW, and change orders have one", async () => {
    const second = { ...sow, id: "sync-sow-2", number: 2 };
    expect(await foundIn([sealed, { ...second, seal: digestOf(contentOfSow(second)) }])).toEqual([
      "sow acme sync-sow-2",
    ]);
  });

  test("DLV-4: a change order changes an approved SOW", async () => {
    expect(await foundIn([], [sealedOrder])).toEqual(["change-order acme sync-co-1"]);
  });

  test("DLV-3: a deposit has its invoice, and no other SOW has one", async () => {
    const withDeposit = { ...sow, deposit: 500 };
    const due = { ...withDeposit, seal: digestOf(contentOfSow(withDeposit)) };
    expect(await foundIn([due])).toEqual(["deposit acme sync-sow-1"]);
    expect(await foundIn([{ ...due, depositInvoice: "INV-000009" }])).toEqual(["deposit acme sync-sow-1"]);
    expect(await foundIn([{ ...sealed, depositInvoice: "INV-000009" }])).toEqual(["deposit acme sync-sow-1"]);
    const opening = { ...withDeposit, opening: true };
    expect(await foundIn([{ ...opening, seal: digestOf(contentOfSow(opening)) }])).toEqual([]);
  });
});
