import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Api, embeddedApi } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf, refusalsOf } from "./practice.ts";

let practice: Practice;
let api: Api;
const work = { account: "acme", deliverable: "sync" };
const by = "Pat Doe";

async function open(place?: Parameters<typeof openPractice>[0]): Promise<void> {
  practice = await openPractice(place, "2024-03-04");
  api = practice.local({}, "coordinator");
  await api.account.open.mutate({ name: "Acme", id: "acme" });
  await api.deliverable.add.mutate({
    ...{ account: "acme", name: "Price sync", id: "sync", kind: "erp-sync-customization", requirements: "Prices" },
    ...{ beginsOn: "2024-03-11", endsOn: "2024-04-12" },
  });
}
beforeEach(() => open());
afterEach(async () => {
  await expectGoodBooks(practice.local());
  await practice.close();
});

const estimate = () =>
  api.deliverable.estimate.mutate({
    ...work,
    estimates: [
      { phase: "implementation", minutes: 480 },
      { phase: "discovery", minutes: 120 },
    ],
  });
/** Estimated, issued and approved on the business day. */
async function approved(request: Partial<Parameters<Api["sow"]["issue"]["mutate"]>[0]> = {}) {
  await estimate();
  await api.sow.issue.mutate({ ...work, ...request });
  return api.sow.approve.mutate({ ...work, by });
}
const rush = { leadTime: "rush", rushBy: "2024-03-22", expeditedBy: "2024-03-29" } as const;
const runThrough = async (day: string) => {
  practice.on(day);
  return api.invoice.run.mutate({ through: day });
};

describe("a deliverable", () => {
  test("DLV-1: has kind, requirements, planned days and a place in the work breakdown", async () => {
    await api.deliverable.add.mutate({ account: "acme", name: "Price lists", parent: "sync" });
    expect(await api.deliverable.show.query(work)).toMatchObject({
      ...{ id: "sync", kind: "erp-sync-customization", requirements: "Prices", state: "open", phase: "discovery" },
      ...{ beginsOn: "2024-03-11", endsOn: "2024-04-12", addedOn: "2024-03-04", drawFromAllowance: false },
      children: [{ id: "price-lists", name: "Price lists", kind: null, state: "open" }],
      approved: null,
    });
  });

  test("DLV-1: its parent is other work of its account, and never part of itself", async () => {
    await api.account.open.mutate({ name: "Globex", id: "globex" });
    await api.deliverable.add.mutate({ account: "globex", name: "Theirs" });
    await api.deliverable.add.mutate({ account: "acme", name: "Part", parent: "sync" });
    expect(await refusalOf(api.deliverable.edit.mutate({ ...work, parent: "theirs" }))).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await refusalOf(api.deliverable.edit.mutate({ ...work, parent: "part" }))).toMatchObject({
      code: "WORK_BREAKDOWN_CYCLE",
      clause: "DLV-1",
    });
    expect(await refusalOf(api.deliverable.add.mutate({ account: "acme", name: "Sync", id: "sync" }))).toMatchObject({
      code: "DELIVERABLE_EXISTS",
    });
  });

  test("is edited, where null takes a word back", async () => {
    const edited = await api.deliverable.edit.mutate({
      ...work,
      name: "Prices",
      endsOn: null,
      drawFromAllowance: true,
    });
    expect(edited).toMatchObject({ name: "Prices", endsOn: null, drawFromAllowance: true, beginsOn: "2024-03-11" });
    expect(await refusalOf(api.deliverable.edit.mutate({ ...work, endsOn: "2024-03-10" }))).toMatchObject({
      code: "MALFORMED",
      issues: [{ path: "endsOn" }],
    });
    expect(await refusalOf(api.deliverable.edit.mutate({ ...work, criticalWorkflows: ["lunch"] }))).toMatchObject({
      code: "MALFORMED",
      issues: [{ path: "criticalWorkflows.0" }],
    });
  });

  test("DLV-1: is estimated by phases of the process; none takes an estimate back", async () => {
    expect((await estimate()).estimates).toEqual([
      { phase: "discovery", minutes: 120 },
      { phase: "implementation", minutes: 480 },
    ]);
    const less = await api.deliverable.estimate.mutate({ ...work, estimates: [{ phase: "discovery", minutes: 0 }] });
    expect(less.estimates).toEqual([{ phase: "implementation", minutes: 480 }]);
    const unknown = api.deliverable.estimate.mutate({ ...work, estimates: [{ phase: "lunch", minutes: 60 }] });
    expect(await refusalOf(unknown)).toMatchObject({ code: "MALFORMED", issues: [{ path: "estimates.0.phase" }] });
  });

  test("DLV-1: shows estimate against actual", async () => {
    await estimate();
    await api.time.log.mutate({ ...work, worker: "Ann", on: "2024-03-04", minutes: 90 });
    const { estimate: compared } = await api.deliverable.show.query(work);
    expect(compared).toMatchObject({ estimatedMinutes: 600, actualMinutes: 90, overMinutes: -510 });
    expect(compared.phases[0]).toEqual({ phase: "discovery", estimatedMinutes: 120, actualMinutes: 90 });
  });

  test("DLV-5: shows what was used of what is approved, where its minutes are, and what is written of it", async () => {
    await api.time.log.mutate({ ...work, worker: "Ann", on: "2024-03-04", minutes: 30, note: "Before" });
    practice.on("2024-03-05");
    expect(await api.deliverable.show.query(work)).toMatchObject({ used: null, cover: { worked: 30, open: 30 } });
    await approved(rush);
    await api.time.log.mutate({ ...work, worker: "Ann", on: "2024-03-05", minutes: 660 });
    const { used, cover, sowCover, generalMinutes, estimate: compared } = await api.deliverable.show.query(work);
    expect(used).toMatchObject({ minutes: 600, labor: 235_000, premium: 100_000, total: 335_000 });
    expect(cover).toMatchObject({ worked: 690, open: 630, held: 60 });
    // DLV-6: what was worked before the approval counts toward nothing that was approved.
    expect(sowCover).toMatchObject({ worked: 660, open: 600, held: 60 });
    expect([generalMinutes, compared.actualMinutes]).toEqual([30, 660]);

    await api.deliverable.add.mutate({ account: "acme", name: "Other" });
    const { items } = await (await practice.as("member")).deliverable.progress.query({ account: "acme" });
    expect(items.map(({ id }) => id)).toEqual(["other", "sync"]);
    expect(items[0]).toMatchObject({ sow: null, approved: null, used: null, promise: null, phase: "discovery" });
    expect(items[1]).toMatchObject({
      ...{ sow: { id: "sync-sow-1", state: "approved" }, approved: { minutes: 600, total: 335_000 } },
      ...{ used: { minutes: 600, total: 335_000 }, workedMinutes: 690, heldMinutes: 60, proposed: [] },
      promise: { leadTime: "rush", sentence: expect.stringContaining("Rush due 22 Mar") },
    });

    const told = await api.journal.list.query({ stream: "acme", deliverable: "sync" });
    expect(told.items.map(({ type }) => type)).toEqual([
      ...["time.logged", "sow.approved", "sow.issued", "deliverable.estimated", "time.logged", "deliverable.added"],
    ]);
    expect(await refusalOf(api.journal.list.query({ deliverable: "sync" }))).toMatchObject({ code: "MALFORMED" });
  });

  test("is listed across accounts by state, a page at a time", async () => {
    await api.account.open.mutate({ name: "Globex", id: "globex" });
    for (const name of ["One", "Two"]) await api.deliverable.add.mutate({ account: "globex", name });
    await api.deliverable.cancel.mutate({ account: "globex", deliverable: "two", reason: "No" });
    const first = await api.deliverable.list.query({ limit: 2 });
    const rest = await api.deliverable.list.query({ limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...rest.items].map(({ id, state }) => [id, state])).toEqual([
      ["two", "closed"],
      ["sync", "open"],
      ["one", "open"],
    ]);
    expect(rest.nextCursor).toBeNull();
    expect((await api.deliverable.list.query({ states: ["closed"] })).items).toHaveLength(1);
    expect((await api.deliverable.list.query({ account: "globex", states: ["open"] })).items).toHaveLength(1);
  });
});

describe("a SOW", () => {
  test("DLV-2, RATE-3: states costs at the rate of its issue day, and how long it is valid", async () => {
    await estimate();
    const { sow, replaced } = await api.sow.issue.mutate({ ...work, ...rush, deposit: 100_000 });
    expect(sow).toMatchObject({
      ...{ id: "sync-sow-1", scope: "Prices", minutes: 600, state: "issued", ratePerHour: 23_500 },
      ...{ issuedOn: "2024-03-04", validUntil: "2024-04-03", policyVersion: 1, seal: null },
      price: { labor: 235_000, premium: 100_000, total: 335_000, deposit: 100_000 },
    });
    expect(replaced).toEqual([]);
  });

  test("DLV-2: needs an estimate; LEAD-7: states the dates of its lead time", async () => {
    expect(await refusalOf(api.sow.issue.mutate(work))).toMatchObject({
      code: "SOW_WITHOUT_ESTIMATE",
      clause: "DLV-2",
    });
    await estimate();
    for (const [dates, path] of [
      [{ leadTime: "rush", expeditedBy: "2024-03-29" }, "rushBy"],
      [{ leadTime: "standard", expeditedBy: "2024-03-29" }, "expeditedBy"],
      [{ leadTime: "rush", expeditedBy: "2024-03-20", rushBy: "2024-03-21" }, "rushBy"],
    ] as const)
      expect(await refusalOf(api.sow.issue.mutate({ ...work, ...dates }))).toMatchObject({
        code: "MALFORMED",
        issues: [{ path }],
      });
    expect(await refusalOf(api.sow.issue.mutate({ ...work, on: "2024-03-05" }))).toMatchObject({
      code: "DATED_AFTER_TODAY",
    });
  });

  test("LEAD-1: nothing that an import only named is expedited", async () => {
    const item = { source: "toggl", externalId: "1", worker: "Ann", on: "2024-03-01", minutes: 60, note: "" };
    await practice.store.write(
      {
        ...{ stream: "acme", type: "time.imported", actor: "test", key: null, input: item },
        ...{ recordedAt: "2024-03-04T12:00:00Z", dryRun: false },
      },
      async (books) => {
        const deliverable = { account: "acme", id: "named", name: "Named" };
        await books.deliverables.insert([deliverable]);
        return { answer: null, data: { entries: [], deliverables: [deliverable] }, effectiveOn: "2024-03-04" };
      },
    );
    const estimates = [{ phase: "implementation", minutes: 60 }];
    const named = { account: "acme", deliverable: "named", estimates };
    expect(await refusalOf(api.sow.issue.mutate({ ...named, ...rush }))).toMatchObject({
      code: "LEAD_TIME_NOT_ELIGIBLE",
      clause: "LEAD-1",
    });
    expect(await api.sow.issue.mutate(named)).toMatchObject({ sow: { leadTime: "standard" } });
  });

  test("DLV-2: one that was not approved is replaced by the next, and can no longer be approved", async () => {
    await estimate();
    await api.sow.issue.mutate(work);
    expect(await api.sow.issue.mutate({ ...work, deposit: 500 })).toMatchObject({
      sow: { id: "sync-sow-2" },
      replaced: ["sync-sow-1"],
    });
    expect(await refusalOf(api.sow.approve.mutate({ ...work, sow: "sync-sow-1", by }))).toMatchObject({
      code: "SOW_REPLACED",
      status: 409,
      details: { by: "sync-sow-2" },
    });
    expect((await api.sow.list.query({ account: "acme" })).items.map(({ state }) => state)).toEqual([
      "replaced",
      "issued",
    ]);
    expect(await api.sow.show.query(work)).toMatchObject({ sow: { id: "sync-sow-2" }, invoice: null });
  });

  test("is listed for one deliverable only with its account, for all by state", async () => {
    await estimate();
    await api.sow.issue.mutate(work);
    expect(await refusalOf(api.sow.list.query({ deliverable: "sync" }))).toMatchObject({
      code: "MALFORMED",
      issues: [{ path: "account" }],
    });
    expect((await api.sow.list.query(work)).items).toMatchObject([{ id: "sync-sow-1", price: { total: 235_000 } }]);
    expect((await api.sow.list.query({ states: ["issued"], limit: 1 })).items).toHaveLength(1);
    expect((await api.sow.list.query({ states: ["approved"] })).items).toEqual([]);
  });

  test("is approved once, however often the same key says so; a dry run keeps nothing", async () => {
    await estimate();
    await api.sow.issue.mutate({ ...work, deposit: 5000 });
    const tried = await practice.local({ dryRun: true }).sow.approve.mutate({ ...work, by });
    expect(tried).toMatchObject({ invoice: { number: "INV-000001" } });
    expect((await api.sow.show.query(work)).sow.state).toBe("issued");
    const keyed = practice.local({ key: "once" });
    const first = await keyed.sow.approve.mutate({ ...work, by });
    expect(await keyed.sow.approve.mutate({ ...work, by })).toEqual(first);
    expect((await api.invoice.list.query({ account: "acme" })).items).toHaveLength(1);
  });

  test("DLV-2: two approvals at once: one seals it and invoices the deposit, the other is refused", async () => {
    await estimate();
    await api.sow.issue.mutate({ ...work, deposit: 5000 });
    const both = await Promise.allSettled([1, 2].map(() => api.sow.approve.mutate({ ...work, by })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await api.invoice.list.query({ account: "acme" })).items).toHaveLength(1);
  });

  test("DLV-2: is approved within its validity only, never ahead of today or before its issue", async () => {
    await estimate();
    await api.sow.issue.mutate({ ...work, validDays: 7 });
    const approve = (on?: string) => api.sow.approve.mutate({ ...work, by, ...(on === undefined ? {} : { on }) });
    expect(await refusalOf(approve("2024-03-05"))).toMatchObject({ code: "DATED_AFTER_TODAY" });
    expect(await refusalOf(approve("2024-03-03"))).toMatchObject({ code: "APPROVED_BEFORE_STATED" });
    practice.on("2024-03-12");
    expect(await refusalOf(approve())).toMatchObject({ code: "SOW_EXPIRED", details: { validUntil: "2024-03-11" } });
    expect(await approve("2024-03-11")).toMatchObject({ sow: { approvedOn: "2024-03-11" } });
  });

  test("LEAD-7: cannot promise a date that has passed", async () => {
    await estimate();
    await api.sow.issue.mutate({ ...work, ...rush });
    practice.on("2024-03-25");
    expect(await refusalOf(api.sow.approve.mutate({ ...work, by }))).toMatchObject({
      code: "LEAD_TIME_DATE_PASSED",
      details: { date: "rush", by: "2024-03-22", on: "2024-03-25" },
    });
  });

  test("DLV-2: there is one approved SOW, which never changes; PROC-1: it opens the first gate", async () => {
    const { sow, invoice } = await approved();
    expect(sow).toMatchObject({ state: "approved", approvedBy: by, approvedOn: "2024-03-04", depositInvoice: null });
    expect(sow.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(invoice).toBeNull();
    for (const refusal of await refusalsOf([api.sow.issue.mutate(work), api.sow.approve.mutate({ ...work, by })]))
      expect(refusal).toMatchObject({ code: "SOW_ALREADY_APPROVED", details: { sow: "sync-sow-1" } });
    const record = await practice.store.read((books) => books.phaseRecords.find("acme", "sync"));
    expect(record?.evidence).toMatchObject([{ condition: "sow-approved", person: by, by: "program-manager" }]);
  });

  test("ROLE-1, ROLE-5: unnamed, it is the account's one program manager who approved it", async () => {
    await estimate();
    await api.sow.issue.mutate(work);
    const { id: person } = await api.person.add.mutate({ account: "acme", name: "Sam Sole" });
    await api.person.assign.mutate({ account: "acme", person, hat: "program-manager" });
    expect(await api.sow.approve.mutate(work)).toMatchObject({ sow: { approvedBy: "Sam Sole" } });
  });

  test("ROLE-5: a coordinator says who approved it", async () => {
    await estimate();
    await api.sow.issue.mutate(work);
    expect(await refusalOf(api.sow.approve.mutate(work))).toMatchObject({
      code: "MALFORMED",
      issues: [{ path: "by" }],
    });
    const consultant = practice.local({}, "consultant");
    expect(await refusalOf(consultant.sow.approve.mutate({ ...work, by }))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(consultant.sow.issue.mutate(work))).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("ROLE-5: the customer", () => {
  const customer = (role: "program-manager" | "project-manager" | "member", account = "acme", name = "Sam Sole") =>
    embeddedApi(practice.store, {
      actor: { name, role, account },
      now: () => Date.parse("2024-03-04T12:00:00Z"),
    });

  test("approves through its program manager, in person", async () => {
    await estimate();
    await api.sow.issue.mutate(work);
    for (const role of ["project-manager", "member"] as const)
      expect(await refusalOf(customer(role).sow.approve.mutate({ ...work, by }))).toMatchObject({ code: "FORBIDDEN" });
    const manager = customer("program-manager");
    expect(await manager.sow.approve.mutate({ ...work, by })).toMatchObject({ sow: { approvedBy: "Sam Sole" } });
    await api.changeOrder.propose.mutate({ ...work, minutes: 60 });
    const order = { account: "acme", changeOrder: "sync-co-1" };
    expect(await customer("member").changeOrder.preview.query(order)).toMatchObject({
      consequence: { addedMinutes: 60 },
    });
    expect(await refusalOf(customer("member").changeOrder.approve.mutate(order))).toMatchObject({ code: "FORBIDDEN" });
    expect(await manager.changeOrder.approve.mutate(order)).toMatchObject({ changeOrder: { decidedBy: "Sam Sole" } });
  });

  test("reads its own work, and never learns of another's", async () => {
    await estimate();
    await api.sow.issue.mutate(work);
    const member = customer("member");
    expect((await member.deliverable.list.query({ account: "acme" })).items).toHaveLength(1);
    expect(await member.deliverable.show.query(work)).toMatchObject({ sows: [{ id: "sync-sow-1" }] });
    const stranger = customer("program-manager", "globex");
    for (const refusal of await refusalsOf([
      stranger.deliverable.show.query(work),
      stranger.sow.show.query(work),
      stranger.sow.list.query({}),
      stranger.changeOrder.list.query({ account: "acme" }),
      stranger.deliverable.list.query({}),
      stranger.sow.approve.mutate({ ...work, by }),
    ]))
      expect(refusal).toMatchObject({ code: "NOT_FOUND", details: { what: "account" } });
    expect(await refusalOf(member.deliverable.add.mutate({ account: "acme", name: "No" }))).toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("a deposit", () => {
  test("DLV-3, INV-2: is invoiced at approval, due on receipt; account credit pays into it", async () => {
    await practice.local().payment.record.mutate({ account: "acme", amount: 30_000 });
    const { sow, invoice } = await approved({ deposit: 100_000 });
    expect(sow.depositInvoice).toBe("INV-000001");
    expect(invoice).toMatchObject({
      ...{ number: "INV-000001", kind: "deposit", period: null, issuedOn: "2024-03-04", dueOn: "2024-03-04" },
      lines: [{ kind: "deposit", deliverable: "sync", minutes: 0, ratePerHour: 0, amount: 100_000 }],
      total: 100_000,
    });
    expect(invoice?.lines[0]?.clauses).toEqual(expect.arrayContaining(["DLV-3", "INV-2"]));
    expect(await api.invoice.show.query({ number: "INV-000001" })).toMatchObject({ balance: 70_000 });
    expect((await api.deliverable.show.query(work)).approved?.deposit).toMatchObject({
      ...{ amount: 100_000, used: 0, left: 100_000, credited: 0, invoice: { number: "INV-000001" } },
    });
  });

  test("DLV-3: what is left of it comes back when the work is cancelled", async () => {
    await approved({ deposit: 100_000 });
    await practice.local().payment.record.mutate({ account: "acme", amount: 100_000 });
    const { deliverable, creditMemos } = await api.deliverable.cancel.mutate({ ...work, reason: "The ERP goes" });
    expect(deliverable).toMatchObject({
      ...{ state: "closed", outcome: "cancelled", reason: "The ERP goes" },
      ...{ endedOn: "2024-03-04", closedOn: "2024-03-04" },
    });
    expect(creditMemos).toMatchObject([
      {
        ...{ number: "CM-000001", invoice: "INV-000001", reason: "waive", total: 100_000, unapplied: 100_000 },
        lines: [{ line: 1, kind: "deposit", deliverable: "sync", minutes: 0, amount: 100_000, slices: [] }],
      },
    ]);
    const shown = await api.deliverable.show.query(work);
    expect(shown.approved?.deposit).toMatchObject({ used: 0, left: 0, credited: 100_000 });
    expect(await refusalOf(api.deliverable.cancel.mutate({ ...work, reason: "Twice" }))).toMatchObject({
      code: "DELIVERABLE_CLOSED",
    });
  });

  test("DLV-3, INV-6: an unpaid deposit is credited on its own invoice first", async () => {
    await approved({ deposit: 100_000 });
    const { creditMemos } = await api.deliverable.cancel.mutate({ ...work, reason: "No" });
    expect(creditMemos).toMatchObject([{ total: 100_000, unapplied: 0 }]);
    expect(await api.invoice.show.query({ number: "INV-000001" })).toMatchObject({ balance: 0, status: "paid" });
  });

  test("DLV-3: work with open SOW time closes with the run that bills it, and only the rest comes back", async () => {
    await approved({ deposit: 100_000 });
    await practice.local().payment.record.mutate({ account: "acme", amount: 100_000 });
    await api.time.log.mutate({ ...work, worker: "Ann", on: "2024-03-04", minutes: 60 });
    const { deliverable, creditMemos } = await api.deliverable.cancel.mutate({ ...work, reason: "No" });
    expect([deliverable.state, creditMemos]).toEqual(["ending", []]);
    expect(await refusalOf(api.deliverable.close.mutate(work))).toMatchObject({
      code: "DELIVERABLE_HAS_OPEN_TIME",
      details: { openMinutes: 60 },
    });
    await runThrough("2024-03-31");
    expect(await api.deliverable.show.query(work)).toMatchObject({ state: "closed", closedOn: "2024-03-31" });
    expect((await api.credit.list.query({ account: "acme" })).items).toMatchObject([{ total: 76_500 }]);
  });

  test("DLV-3, INV-3: time under it that is corrected after the closing gives its money back too", async () => {
    await approved({ deposit: 100_000 });
    await practice.local().payment.record.mutate({ account: "acme", amount: 100_000 });
    const { entry } = await api.time.log.mutate({ ...work, worker: "Ann", on: "2024-03-04", minutes: 60 });
    await api.deliverable.cancel.mutate({ ...work, reason: "No" });
    await runThrough("2024-03-31");
    const { entry: shorter } = await api.time.amend.mutate({ account: "acme", entry: entry.id, minutes: 30 });
    // What is left of it is general work by now: it is invoiced, and paid from what came back.
    await runThrough("2024-04-14");
    await api.time.reverse.mutate({ account: "acme", entry: shorter.id });
    expect((await api.credit.list.query({ account: "acme" })).items).toMatchObject([
      { total: 11_750, lines: [{ kind: "labor", minutes: 30 }] },
      { total: 23_500, lines: [{ kind: "deposit", minutes: 0 }] },
      { total: 76_500, lines: [{ kind: "deposit", minutes: 0 }] },
    ]);
    expect((await api.deliverable.show.query(work)).approved?.deposit).toMatchObject({ used: 0, credited: 100_000 });
    await expectGoodBooks(api);
  });

  test("DLV-3: work whose last open time is written off closes with that", async () => {
    await approved({ deposit: 5000 });
    const { entry } = await api.time.log.mutate({ ...work, worker: "Ann", on: "2024-03-04", minutes: 720 });
    await api.deliverable.cancel.mutate({ ...work, reason: "No" });
    await api.time.writeOff.mutate({ account: "acme", entry: entry.id, minutes: 720, reason: "Given up" });
    expect(await api.deliverable.show.query(work)).toMatchObject({ state: "closed", outcome: "cancelled" });
    expect((await api.credit.list.query({ account: "acme" })).items).toMatchObject([{ total: 5000 }]);
  });

  test("LEAD-8, DLV-3: a proposed settlement is awaited, because premium may still return to the deposit", async () => {
    await approved({ deposit: 100_000, ...rush });
    await practice.local().payment.record.mutate({ account: "acme", amount: 100_000 });
    await api.time.log.mutate({ ...work, worker: "Ann", on: "2024-03-04", minutes: 60 });
    await runThrough("2024-03-31");
    await api.premium.propose.mutate({ ...work, deliveredOn: "2024-03-26" });
    const { deliverable } = await api.deliverable.cancel.mutate({ ...work, reason: "No" });
    expect(deliverable.state).toBe("ending");
    expect(await refusalOf(api.deliverable.close.mutate(work))).toMatchObject({
      code: "DELIVERABLE_AWAITS_PREMIUM",
      clause: "LEAD-8",
    });
    await api.premium.confirm.mutate(work);
    expect(await api.deliverable.show.query(work)).toMatchObject({ state: "closed" });
    // 1,000.00 less an hour at 235.00 with the expedited premium of 50.00.
    expect((await api.credit.list.query({ account: "acme" })).items).toMatchObject([{ total: 71_500 }]);
  });

  test.each(places)("DLV-3: books with a deposit, its use and its credit are sound on %s", async (_engine, place) => {
    await practice.close();
    await open(await place());
    await approved({ deposit: 100_000, ...rush });
    const { items } = await practice.local().journal.list.query({ stream: "acme", limit: 500 });
    expect(items.map(({ type }) => type)).toContain("sow.approved");
    await practice.local().payment.record.mutate({ account: "acme", amount: 100_000 });
    await api.time.log.mutate({ ...work, worker: "Ann", on: "2024-03-04", minutes: 60 });
    await expectGoodBooks(practice.local());
    await runThrough("2024-03-17");
    await api.deliverable.cancel.mutate({ ...work, reason: "No" });
    expect((await api.credit.list.query({ account: "acme" })).items).toMatchObject([{ total: 66_500 }]);
  });
});

describe("the end of a deliverable", () => {
  test("DLV-3: work without a SOW is closed at any time", async () => {
    expect(await api.deliverable.close.mutate(work)).toMatchObject({
      deliverable: { state: "closed", outcome: "completed" },
      creditMemos: [],
    });
    expect(await refusalOf(api.deliverable.close.mutate(work))).toMatchObject({ code: "DELIVERABLE_CLOSED" });
    expect(await refusalOf(api.deliverable.edit.mutate({ ...work, name: "No" }))).toMatchObject({
      code: "DELIVERABLE_CLOSED",
    });
    expect(await refusalOf(estimate())).toMatchObject({ code: "DELIVERABLE_CLOSED" });
    expect(await refusalOf(api.sow.issue.mutate(work))).toMatchObject({ code: "DELIVERABLE_CLOSED" });
  });

  test("PROC-6: with a SOW it goes through its phases first", async () => {
    await approved();
    expect(await refusalOf(api.deliverable.close.mutate(work))).toMatchObject({
      code: "PHASES_NOT_ENDED",
      details: { phase: "discovery", remaining: expect.arrayContaining(["implementation", "support"]) },
    });
  });

  test("DLV-3: what ending it would do is told without doing it, and comes true", async () => {
    const ends = () => api.deliverable.previewEnd.query(work);
    expect(await ends()).toEqual({ openMinutes: 0, awaitsPremium: false, deposit: null, closeRefused: null });
    await approved({ deposit: 100_000 });
    await practice.local().payment.record.mutate({ account: "acme", amount: 100_000 });
    const rest = { credited: 100_000, invoice: "INV-000001", returnedOutside: 0 };
    expect(await ends()).toMatchObject({
      ...{ openMinutes: 0, awaitsPremium: false, deposit: rest },
      closeRefused: { code: "PHASES_NOT_ENDED" },
    });
    await api.time.log.mutate({ ...work, worker: "Ann", on: "2024-03-04", minutes: 60 });
    // What the run will take from it is not taken yet.
    const open = { openMinutes: 60, deposit: rest };
    expect(await ends()).toMatchObject(open);
    await api.deliverable.cancel.mutate({ ...work, reason: "No" });
    expect(await ends()).toMatchObject({
      ...open,
      closeRefused: { code: "DELIVERABLE_HAS_OPEN_TIME", details: { openMinutes: 60 } },
    });
    await runThrough("2024-03-31");
    expect((await api.credit.list.query({ account: "acme" })).items).toMatchObject([{ total: 76_500 }]);
    expect(await refusalOf(ends())).toMatchObject({ code: "DELIVERABLE_CLOSED" });
  });

  test("DLV-3: an issued SOW of work that ended cannot be approved", async () => {
    await estimate();
    await api.sow.issue.mutate(work);
    await api.deliverable.cancel.mutate({ ...work, reason: "No" });
    expect(await refusalOf(api.sow.approve.mutate({ ...work, by }))).toMatchObject({ code: "DELIVERABLE_CLOSED" });
  });
});

describe("a change order", () => {
  const more = { ...work, minutes: 120, scope: "Price lists too" };

  test("DLV-4: needs an approved SOW", async () => {
    expect(await refusalOf(api.changeOrder.propose.mutate(more))).toMatchObject({
      code: "SOW_NOT_APPROVED",
      clause: "DLV-4",
    });
  });

  test("DLV-4, RATE-3: shows price and minutes before it is decided, and is sealed when approved", async () => {
    await approved();
    const { changeOrder, consequence } = await api.changeOrder.propose.mutate(more);
    expect(changeOrder).toMatchObject({ id: "sync-co-1", state: "proposed", seal: null });
    expect(consequence).toMatchObject({
      addedMinutes: 120,
      addedPrice: 47_000,
      before: { minutes: 600, price: { total: 235_000 } },
      after: { minutes: 720, price: { total: 282_000 }, guarantee: "none" },
    });
    practice.on("2024-03-06");
    const decided = await api.changeOrder.approve.mutate({ account: "acme", changeOrder: "sync-co-1", by });
    expect(decided.changeOrder).toMatchObject({ state: "approved", decidedOn: "2024-03-06", decidedBy: by });
    expect(decided.changeOrder.seal).toMatch(/^[0-9a-f]{64}$/);
    expect((await api.deliverable.show.query(work)).approved).toMatchObject({
      ...{ minutes: 720, sowMinutes: 600, changeOrderMinutes: 120, price: { total: 282_000 } },
    });
    const again = api.changeOrder.approve.mutate({ account: "acme", changeOrder: "sync-co-1", by });
    expect(await refusalOf(again)).toMatchObject({ code: "CHANGE_ORDER_DECIDED" });
  });

  test("DLV-4: is declined with a reason, and changes nothing", async () => {
    await approved();
    await api.changeOrder.propose.mutate(more);
    const decline = (reason: string) =>
      api.changeOrder.decline.mutate({ account: "acme", changeOrder: "sync-co-1", by, reason });
    expect(await refusalOf(decline(" "))).toMatchObject({ code: "MALFORMED", issues: [{ path: "reason" }] });
    expect(await decline("Next year")).toMatchObject({ changeOrder: { state: "declined", reason: "Next year" } });
    expect((await api.deliverable.show.query(work)).approved).toMatchObject({ minutes: 600 });
    expect((await api.changeOrder.list.query({ states: ["declined"] })).items).toHaveLength(1);
    const known = { account: "acme", changeOrder: "sync-co-1" };
    expect(await api.changeOrder.show.query(known)).toMatchObject({ seal: null });
    expect(await refusalOf(api.changeOrder.show.query({ ...known, changeOrder: "no-co-1" }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("LEAD-5: under lapse, one without new dates ends the guarantee, and new dates renew it", async () => {
    await approved(rush);
    expect(await api.changeOrder.preview.query(more)).toMatchObject({
      changeOrder: null,
      consequence: { before: { guarantee: "holds" }, after: { guarantee: "lapsed", rushBy: "2024-03-22" } },
    });
    await api.changeOrder.propose.mutate(more);
    await api.changeOrder.approve.mutate({ account: "acme", changeOrder: "sync-co-1", by });
    const dates = { newRushBy: "2024-03-25", newExpeditedBy: "2024-04-01" };
    const { changeOrder } = await api.changeOrder.propose.mutate({ ...work, ...dates });
    const named = { account: "acme", changeOrder: changeOrder.id };
    expect(await api.changeOrder.preview.query(named)).toMatchObject({
      changeOrder: { id: "sync-co-2" },
      consequence: { before: { guarantee: "lapsed" }, after: { guarantee: "holds", expeditedBy: "2024-04-01" } },
    });
    await api.changeOrder.approve.mutate({ ...named, by });
    expect((await api.deliverable.show.query(work)).approved).toMatchObject({
      ...{ guarantee: "holds", rushBy: "2024-03-25", expeditedBy: "2024-04-01" },
    });
  });

  test("LEAD-5: under exclude the guarantee stays, by the policy that the SOW was issued under", async () => {
    const { policy } = await api.policy.show.query({});
    const changed = { ...policy, leadTimes: { ...policy.leadTimes, changeOrderEffect: "exclude" as const } };
    await practice.local().policy.adopt.mutate({ policy: changed, from: "2024-03-05" });
    practice.on("2024-03-05");
    await approved(rush);
    await api.changeOrder.propose.mutate(more);
    expect(await api.changeOrder.approve.mutate({ account: "acme", changeOrder: "sync-co-1", by })).toMatchObject({
      consequence: { after: { guarantee: "holds" } },
    });
  });

  test("LEAD-5: never states an earlier date than the one it replaces; for rush both or none", async () => {
    await approved(rush);
    const dated = (newRushBy: string | undefined, newExpeditedBy: string) =>
      refusalOf(api.changeOrder.propose.mutate({ ...work, newRushBy, newExpeditedBy }));
    expect(await dated("2024-03-21", "2024-03-29")).toMatchObject({ code: "CHANGE_ORDER_DATE_EARLIER" });
    expect(await dated(undefined, "2024-04-02")).toMatchObject({ code: "MALFORMED", issues: [{ path: "newRushBy" }] });
    expect(await refusalOf(api.changeOrder.preview.query({ account: "acme" }))).toMatchObject({
      code: "MALFORMED",
      issues: [{ path: "changeOrder" }],
    });
  });

  test("DLV-5: releases held minutes; INV-5: work that is stopped for non-payment does not block it", async () => {
    await approved({ deposit: 100 });
    practice.on("2024-03-06");
    expect(await api.account.standing.query({ account: "acme" })).toMatchObject({ standing: "stopped" });
    await api.time.log.mutate({
      ...{ ...work, worker: "Ann", on: "2024-03-06", minutes: 660, override: "Agreed by phone" },
    });
    expect((await api.deliverable.show.query(work)).approved?.heldMinutes).toBe(60);
    await api.changeOrder.propose.mutate(more);
    await api.changeOrder.approve.mutate({ account: "acme", changeOrder: "sync-co-1", by });
    expect((await api.deliverable.show.query(work)).approved?.heldMinutes).toBe(0);
  });
});
