import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Api } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

const accounts = [{ id: "acme", name: "Acme", openedOn: "2022-01-10" }, { name: "Globex & Co" }];
const allowances = [
  { account: "acme", id: "PO-7", kind: "lump-sum" as const, minutes: 600, validFrom: "2024-06-03", note: "Left" },
  {
    account: "globex-co",
    id: "R-1",
    kind: "monthly" as const,
    minutes: 300,
    validFrom: "2024-06-01",
    ratePerHour: 22_500,
  },
];
const invoices = [
  { account: "acme", number: "1042", issuedOn: "2024-06-09", dueOn: "2024-06-30", total: 200_000, balance: 80_000 },
  { account: "globex-co", number: "B/17", issuedOn: "2024-06-10", total: 50_000, balance: 50_000 },
];
const sync = {
  ...{ account: "acme", id: "sync", name: "Price sync", kind: "erp-sync-customization" as const },
  ...{ phase: "implementation", since: "2024-05-20", approvedOn: "2024-05-06", approvedBy: "Pat Doe" },
  ...{ approvedMinutes: 1200, usedMinutes: 900, ratePerHour: 20_000, deposit: 40_000, drawFromAllowance: true },
};
const deliverables = [sync, { account: "globex-co", id: "form", name: "Form", phase: "discovery" }];

const taken = (accepted: number, duplicates = 0) => ({ accepted, duplicates, rejected: [] });
const reasons = ({ rejected }: { rejected: readonly { index: number; reason: string }[] }) =>
  rejected.map(({ index, reason }) => [index, reason]);

describe.each(places)("a cut-over on %s", (_engine, place) => {
  let practice: Practice;
  let api: Api;
  beforeAll(async () => {
    practice = await openPractice(await place(), "2024-06-10");
    api = await practice.as("coordinator");
  });
  afterAll(async () => {
    await expectGoodBooks(api);
    await practice.close();
  });

  test("tried dry, says what it would take in and keeps nothing", async () => {
    const before = await api.books.verify.query();
    const dry = await practice.as("coordinator", { dryRun: true });
    expect(await dry.account.import.mutate({ rows: [...accounts, { name: "Globex & Co" }] })).toEqual(taken(2, 1));
    expect(reasons(await dry.invoice.import.mutate({ rows: invoices }))).toEqual([
      [0, "no-account"],
      [1, "no-account"],
    ]);
    expect(await api.books.verify.query()).toEqual(before);
  });

  test("ALW-7, DLV-2, INV-5, PROC-7: takes everything in, knows it the next time, and the books verify", async () => {
    const all = async (from: Api) => [
      await from.account.import.mutate({ rows: accounts }),
      await from.deliverable.import.mutate({ rows: deliverables }),
      await from.allowance.import.mutate({ rows: allowances }),
      await from.invoice.import.mutate({ rows: invoices }),
    ];
    await api.account.import.mutate({ rows: accounts });
    const dry = await all(await practice.as("coordinator", { dryRun: true }));
    expect(dry).toEqual([taken(0, 2), taken(2), taken(2), taken(2)]);
    expect(await all(api)).toEqual([taken(0, 2), taken(2), taken(2), taken(2)]);
    await expectGoodBooks(api);
    const before = await api.books.verify.query();
    expect(await all(api)).toEqual([taken(0, 2), taken(0, 2), taken(0, 2), taken(0, 2)]);
    expect(await api.books.verify.query()).toEqual(before);
  });

  test("ALW-7: opening balances have no invoice; later months of a monthly one are sold at its own rate", async () => {
    const { allowances: own } = await api.allowance.balance.query({ account: "acme" });
    expect(own).toMatchObject([{ kind: "lump-sum", grantedMinutes: 600, remainingMinutes: 600 }]);
    const { items } = await api.allowance.list.query({ account: "globex-co" });
    expect(items).toMatchObject([{ opening: true, ratePerHour: 22_500, firstMonth: "2024-06", invoices: [] }]);
  });

  test("INV-5, INV-6: an opening invoice keeps number and days, and what was paid elsewhere is a payment", async () => {
    expect(await api.invoice.show.query({ number: "1042" })).toMatchObject({
      ...{ kind: "opening", issuedOn: "2024-06-09", dueOn: "2024-06-30", total: 200_000, balance: 80_000 },
      ...{ status: "past-due", lines: [{ line: 1, kind: "opening", minutes: 0, amount: 200_000 }] },
      applications: [{ kind: "payment", amount: 120_000, on: "2024-06-09" }],
    });
    expect(await api.account.standing.query({ account: "acme" })).toMatchObject({
      ...{ standing: "stopped", stoppedSince: "2024-06-10" },
      openInvoices: [{ number: "1042", balance: 80_000, pastDueDays: 1 }],
    });
    expect(await api.account.standing.query({ account: "globex-co" })).toMatchObject({ standing: "good" });
    const { fileName } = await api.document.invoice.query({ number: "B/17" });
    expect(fileName).toBe("B-17.pdf");
    const statement = await api.statement.show.query({ account: "acme" });
    expect(statement).toMatchObject({ closing: 80_000 });
  });

  test("INV-3: its amount has no minutes to credit, and a void credits all of it", async () => {
    const credit = { number: "B/17", line: 1, minutes: 60, reason: "waive" as const };
    expect(await refusalOf(api.credit.issue.mutate(credit))).toMatchObject({ code: "OPENING_LINE", clause: "INV-3" });
    const { creditMemo } = await api.invoice.void.mutate({ number: "B/17" });
    expect(creditMemo).toMatchObject({ number: "CM-000001", reason: "waive", voids: true, total: 50_000 });
    expect(await api.invoice.show.query({ number: "B/17" })).toMatchObject({ status: "voided", balance: 0 });
    await expectGoodBooks(api);
    expect(await api.invoice.import.mutate({ rows: invoices })).toEqual(taken(0, 2));
  });

  test("DLV-2, DLV-3, DLV-5, RATE-3: running work stands in its phase under a sealed opening SOW", async () => {
    const shown = await api.deliverable.show.query({ account: "acme", deliverable: "sync" });
    expect(shown).toMatchObject({
      ...{ state: "open", phase: "implementation", drawFromAllowance: true },
      sows: [{ id: "sync-sow-1", opening: true, state: "approved", approvedBy: "Pat Doe", seal: expect.any(String) }],
      approved: {
        minutes: 1200,
        settledMinutes: 900,
        deposit: { amount: 40_000, used: 0, left: 40_000, invoice: null },
      },
    });
    const { evidence, moves } = await practice.store.read(async (books) => {
      const record = await books.phaseRecords.find("acme", "sync");
      if (record === undefined) throw new Error("no record");
      return record;
    });
    expect(moves).toEqual([
      expect.objectContaining({
        from: "discovery",
        to: "implementation",
        on: "2024-05-20",
        person: "Test coordinator",
      }),
    ]);
    expect(evidence.map(({ condition, person, on }) => [condition, person, on])).toEqual([
      ["sow-approved", "Pat Doe", "2024-05-06"],
      ["plan-written", "Test coordinator", "2024-06-10"],
      ["plan-approved", "Test coordinator", "2024-06-10"],
    ]);
  });

  test("INV-5: while suspended an opening invoice does not stop work; paid, it is settled", async () => {
    await api.invoice.suspend.mutate({ number: "1042", reason: "Disputed" });
    expect(await api.account.standing.query({ account: "acme" })).toMatchObject({ standing: "good" });
    await api.invoice.resume.mutate({ number: "1042" });
    await api.payment.record.mutate({ account: "acme", amount: 90_000 });
    expect(await api.invoice.show.query({ number: "1042" })).toMatchObject({ status: "paid", balance: 0 });
  });

  test("INV-1, INV-3, DLV-3, DLV-5: a run after the cut-over draws on what was taken over, under our own numbers", async () => {
    // 300 minutes of the SOW are left: 120 from the deposit of 400.00 at 200.00, 180 from the allowance; then it is held.
    await api.time.log.mutate({ account: "acme", deliverable: "sync", on: "2024-06-11", minutes: 400 });
    await api.time.log.mutate({ account: "acme", on: "2024-06-12", minutes: 480 });
    practice.on("2024-07-01");
    const run = await api.invoice.run.mutate({ through: "2024-06-30" });
    expect(run.minutes).toMatchObject({ deposit: 120, allowance: 600, invoiced: 60, held: 100 });
    expect(run.invoices.map(({ number }) => number)).toEqual(["INV-000001"]);
    // The 100.00 that were paid too much for the old invoice pay into the new one.
    expect(await api.invoice.show.query({ number: "INV-000001" })).toMatchObject({ total: 23_500, balance: 13_500 });
    await api.payment.record.mutate({ account: "acme", amount: 13_500 });
    const july = await api.invoice.run.mutate({ through: "2024-07-01" });
    expect(july.invoices).toMatchObject([{ number: "INV-000002", account: "globex-co", total: 112_500 }]);
    await expectGoodBooks(api);
  });

  test("DLV-3: what is left of a deposit that was paid elsewhere is stated when the work ends, without a document", async () => {
    const row = { ...sync, id: "site", name: "Site", usedMinutes: 0, deposit: 70_000 };
    expect(await api.deliverable.import.mutate({ rows: [row] })).toEqual(taken(1));
    const ended = await api.deliverable.cancel.mutate({
      account: "acme",
      deliverable: "site",
      reason: "No longer wanted",
    });
    expect(ended).toMatchObject({ creditMemos: [], deliverable: { state: "closed", returnOutside: 70_000 } });
    expect(await api.deliverable.show.query({ account: "acme", deliverable: "site" })).toMatchObject({
      returnOutside: 70_000,
      approved: { deposit: { amount: 70_000, used: 0, left: 0 } },
    });
  });

  test("INV-3: rows that cannot be taken in are rejected one by one, and the rest is taken", async () => {
    const open = { account: "acme", issuedOn: "2024-06-01", total: 100, balance: 100 };
    const answer = await api.invoice.import.mutate({
      rows: [
        { ...open, number: "INV-000077" },
        { ...open, number: "inv-123456" },
        { ...open, number: "INV-77" },
        { ...open, number: "1042" },
        { ...open, number: "1050", issuedOn: "2030-01-01" },
        { ...open, number: "1051", account: "nobody" },
      ],
    });
    expect(answer.accepted).toBe(1);
    expect(reasons(answer)).toEqual([
      [0, "opening-number-ours"],
      [1, "opening-number-ours"],
      [3, "invoice-exists"],
      [4, "dated-after-today"],
      [5, "no-account"],
    ]);
    const [lump] = allowances;
    expect(
      reasons(
        await api.allowance.import.mutate({
          rows: [{ ...lump, account: "acme", id: "PO-7", kind: "lump-sum", validFrom: "2024-06-03", minutes: 60 }],
        }),
      ),
    ).toEqual([[0, "allowance-exists"]]);
    expect(reasons(await api.account.import.mutate({ rows: [{ id: "acme", name: "Other" }] }))).toEqual([
      [0, "account-exists"],
    ]);
  });

  test("PROC-1, PROC-8, LEAD-7, LEAD-8: work that cannot be running so is refused, with what to do", async () => {
    const rush = { leadTime: "rush" as const, rushBy: "2024-06-20", expeditedBy: "2024-06-27" };
    const bare = { account: "acme", name: "Odd" };
    const rows = [
      { ...bare, id: "a", phase: "support" },
      { ...bare, id: "b", phase: "testing" },
      { ...sync, id: "c", phase: "deployment", ...rush },
      { ...sync, id: "d", ...rush, rushBy: undefined },
      { ...bare, id: "e", phase: "nowhere" },
      { ...bare, id: "f", phase: "discovery", deposit: 100 },
      { ...sync, id: "g", approvedOn: "2024-08-01" },
      { ...sync, name: "Another name" },
    ];
    expect(reasons(await api.deliverable.import.mutate({ rows }))).toEqual([
      [0, "opening-phase-over"],
      [1, "opening-needs-sow"],
      [2, "opening-delivered"],
      [3, "malformed"],
      [4, "malformed"],
      [5, "malformed"],
      [6, "dated-after-today"],
      [7, "deliverable-exists"],
    ]);
  });

  test("LEAD-7: a lead time whose dates were promised elsewhere runs on from its approval", async () => {
    const dates = { leadTime: "rush" as const, rushBy: "2024-07-10", expeditedBy: "2024-07-20", deposit: 10_000 };
    await api.deliverable.import.mutate({ rows: [{ ...sync, id: "fast", name: "Fast", usedMinutes: 0, ...dates }] });
    const clock = await api.leadTime.clock.query({ account: "acme", deliverable: "fast" });
    expect(clock).toMatchObject({ leadTime: "rush", startedOn: "2024-05-06" });
  });

  test("work that an import of time opened by its name only is taken over", async () => {
    const entry = {
      ...{ id: "0190b0a0-0000-4000-8000-000000000001", source: "old", externalId: "1", account: "acme", worker: "Ann" },
      ...{
        accountBy: "id" as const,
        deliverable: "Portal",
        on: "2024-05-10",
        minutes: 60,
        note: "",
        billable: true,
        settledElsewhere: true,
      },
    };
    await api.time.import.mutate({ entries: [entry], createMissing: true });
    const row = { ...sync, id: "portal", name: "Portal", usedMinutes: 0 };
    expect(await api.deliverable.import.mutate({ rows: [row] })).toEqual(taken(1));
    expect(await api.deliverable.show.query({ account: "acme", deliverable: "portal" })).toMatchObject({
      approved: { settledMinutes: 60 },
    });
  });

  test("PROC-6: work in stabilization keeps its planned end from the day it entered it", async () => {
    const row = { ...sync, id: "live", name: "Live", phase: "stabilization", since: "2024-06-25" };
    await api.deliverable.import.mutate({ rows: [row] });
    const shown = await api.phase.show.query({ account: "acme", deliverable: "live" });
    expect(shown).toMatchObject({ phase: "stabilization", since: "2024-06-25" });
    expect(shown.stabilization.endsOn).not.toBeNull();
  });

  test("ROLE-5: is for coordinators and admins", async () => {
    for (const role of ["consultant", "finance", "program-manager"] as const)
      expect(await refusalOf((await practice.as(role)).invoice.import.mutate({ rows: invoices }))).toMatchObject({
        ...{ status: 403, code: "FORBIDDEN" },
      });
  });
});
