import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Api, embeddedApi } from "./client.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

// 2024-03-04 is a Monday.
const monday = "2024-03-04";
const account = "acme";
const work = { account, deliverable: "sync" };
const by = "Pat Doe";

let practice: Practice;
let api: Api;
let day: string;

beforeEach(async () => {
  practice = await openPractice(undefined, monday);
  day = monday;
  api = practice.local({}, "coordinator");
  for (const [id, name] of [
    ["acme", "Acme"],
    ["beta", "Beta"],
  ] as const)
    await api.account.open.mutate({ name, id });
  await api.deliverable.add.mutate({ account, name: "Price sync", id: "sync" });
  await api.deliverable.estimate.mutate({ ...work, estimates: [{ phase: "implementation", minutes: 600 }] });
});
afterEach(async () => {
  await expectGoodBooks(practice.local());
  await practice.close();
});

const on = (next: string) => {
  day = next;
  practice.on(next);
};
/** Pat of Acme, the program manager. */
const pat = (): Api =>
  embeddedApi(practice.store, {
    actor: { name: by, role: "program-manager", account },
    now: () => Date.parse(`${day}T12:00:00Z`),
  });
const turns = async () => (await pat().home.customer.query({ account })).turns;

describe("the customer's home", () => {
  test("says what waits to be approved, and where the work stands", async () => {
    expect(await turns()).toEqual([]);
    const { sow } = await api.sow.issue.mutate({ ...work, leadTime: "expedited", expeditedBy: "2024-03-29" });
    expect(await turns()).toEqual([
      {
        kind: "sow",
        deliverable: "sync",
        name: "Price sync",
        id: sow.id,
        total: sow.price.total,
        until: sow.validUntil,
      },
    ]);
    const before = await pat().home.customer.query({ account });
    expect(before.work).toMatchObject([
      { phase: "discovery", approvedMinutes: null, clock: null, next: { whose: "theirs" } },
    ]);

    await pat().sow.approve.mutate({ ...work, sow: sow.id });
    await api.time.log.mutate({ ...work, minutes: 90, on: monday });
    expect(await turns()).toEqual([]);
    const after = await pat().home.customer.query({ account });
    expect(after.work).toMatchObject([
      { approvedMinutes: 600, workedMinutes: 90, clock: { leadTime: "expedited", state: "running" } },
    ]);
    expect(after.hours).toMatchObject({ hasAllowance: false, openMinutes: 90, heldMinutes: 0 });
  });

  test("ROLE-5: a SOW that is not written yet is our turn", async () => {
    const { work: stands } = await pat().home.customer.query({ account });
    expect(stands).toMatchObject([{ deliverable: "sync", next: { whose: "ours" } }]);
  });

  test("DLV-4, LEAD-6: a change order waits for a decision, a question for its answer", async () => {
    await api.sow.issue.mutate(work);
    await api.sow.approve.mutate({ ...work, by });
    const proposed = await api.changeOrder.propose.mutate({ ...work, scope: "More", minutes: 120 });
    const { changeOrder, consequence } = proposed;
    const { id } = await api.wait.start.mutate({ ...work, whose: "client", what: "Three sample orders" });
    await api.wait.start.mutate({ ...work, whose: "product", what: "A building block" });
    expect(await turns()).toEqual([
      {
        ...{ kind: "change-order", deliverable: "sync", name: "Price sync" },
        id: changeOrder.id,
        minutes: 120,
        amount: consequence.addedPrice,
        since: monday,
      },
      {
        ...{ kind: "wait", id, deliverable: "sync", name: "Price sync", what: "Three sample orders", since: monday },
        movesDates: false,
      },
    ]);
    const { work: stands } = await pat().home.customer.query({ account });
    expect(stands).toMatchObject([{ next: { whose: "theirs", what: "Three sample orders", since: monday } }]);

    // The answer does not stop the wait: whoever asked looks at it first.
    expect(await pat().wait.answer.mutate({ account, wait: id, text: "They are on staging" })).toMatchObject({
      to: null,
    });
    expect((await turns()).map(({ kind }) => kind)).toEqual(["change-order"]);
    const { items } = await api.wait.list.query(work);
    expect(items[0]?.answers).toEqual([{ person: by, on: monday, text: "They are on staging" }]);
    expect((await pat().home.customer.query({ account })).work).toMatchObject([{ next: { whose: "ours" } }]);
    await api.wait.stop.mutate({ account, wait: id });
    expect(await refusalOf(pat().wait.answer.mutate({ account, wait: id, text: "And one more" }))).toMatchObject({
      code: "WAIT_ENDED",
    });
  });

  test("PROC-4: testing is asked of the customer once the link was sent, not before", async () => {
    await api.sow.issue.mutate(work);
    await api.sow.approve.mutate({ ...work, by });
    const [dan, eve] = ["Dan", "Eve"].map((name) => practice.local({}, "developer", name));
    const state = (who: Api | undefined, condition: string) =>
      who?.phase.record.mutate({ ...work, condition, what: "as agreed" });
    await api.phase.advance.mutate(work);
    await state(dan, "plan-written");
    await state(eve, "plan-approved");
    await api.phase.advance.mutate(work);
    await state(dan, "deployed-to-staging");
    await state(eve, "code-reviewed");
    await api.phase.advance.mutate(work);
    await state(dan, "internally-tested");
    expect(await turns()).toEqual([]);
    await state(dan, "uat-link-sent");
    await pat().punchList.add.mutate({ ...work, what: "The total is cut off" });
    expect(await turns()).toEqual([
      { kind: "uat", deliverable: "sync", name: "Price sync", condition: "customer-approved", openFindings: 1 },
    ]);
  });

  test("PROC-4: testing is asked of the customer by the marks of the process, whatever its statements are called", async () => {
    const file = new URL("../../../examples/other-practice/policy.json", import.meta.url);
    const policy = { ...JSON.parse(readFileSync(file, "utf8")), currency: "USD" };
    await practice.local().policy.adopt.mutate({ policy, from: monday });
    await api.deliverable.add.mutate({ account, name: "Stock", id: "stock" });
    const stock = { account, deliverable: "stock" };
    await api.deliverable.estimate.mutate({ ...stock, estimates: [{ phase: "build", minutes: 600 }] });
    await api.sow.issue.mutate(stock);
    const kinds = async () => (await turns()).map(({ kind }) => kind);
    expect(await kinds()).toEqual(["sow"]);
    await api.sow.approve.mutate({ ...stock, by });
    const [dan, eve] = ["Dan", "Eve"].map((name) => practice.local({}, "developer", name));
    const state = (who: Api | undefined, condition: string) =>
      who?.phase.record.mutate({ ...stock, condition, what: "as agreed" });
    await api.phase.advance.mutate(stock);
    await state(dan, "built");
    await state(eve, "second-look");
    await api.phase.advance.mutate(stock);
    expect(await turns()).toEqual([]);
    await state(dan, "shown");
    expect(await turns()).toEqual([
      { kind: "uat", deliverable: "stock", name: "Stock", condition: "accepted-by-client", openFindings: 0 },
    ]);
  });

  test("PROC-4, PROC-7: only what ends their testing is called that; what they state anew is asked for as such", async () => {
    await api.sow.issue.mutate(work);
    await api.sow.approve.mutate({ ...work, by });
    await api.phase.advance.mutate(work);
    await api.phase.back.mutate({ ...work, reason: "The scope was misread" });
    expect(await turns()).toEqual([
      {
        ...{ kind: "word", deliverable: "sync", name: "Price sync", condition: "sow-approved" },
        what: "Approval of the SOW by the budget holder",
      },
    ]);
  });

  test("INV-5: what is past due comes first, with what it stops", async () => {
    await api.sow.issue.mutate({ ...work, deposit: 50_000 });
    await api.sow.approve.mutate({ ...work, by });
    expect(await turns()).toEqual([{ kind: "invoice", number: "INV-000001", balance: 50_000, pastDueDays: 0 }]);
    await api.changeOrder.propose.mutate({ ...work, scope: "More", minutes: 120 });
    on("2024-03-06");
    const home = await pat().home.customer.query({ account });
    expect(home.turns.map(({ kind }) => kind)).toEqual(["invoice", "change-order"]);
    expect(home.standing).toMatchObject({ standing: "stopped", stoppedSince: "2024-03-05" });
    expect(home).toMatchObject({ openBalance: 50_000, openInvoices: [{ number: "INV-000001", status: "past-due" }] });
    expect((await pat().home.customer.query({ account })).work).toMatchObject([
      { next: { whose: "theirs", what: "Payment of INV-000001: work is stopped" } },
    ]);
  });

  test("IMPL-4: steps of theirs that have begun wait for them", async () => {
    await api.plan.save.mutate({ account, orderedOn: monday });
    expect((await turns()).map((turn) => turn.kind === "step" && turn.step)).toEqual(["S1.1", "S1.2"]);
    await pat().plan.done.mutate({ account, step: "S1.1" });
    expect((await turns()).map((turn) => turn.kind === "step" && turn.step)).toEqual(["S1.2"]);
  });

  test("ROLE-5: is of one's own account only; the team sees it as they do", async () => {
    const own = await pat().home.customer.query({ account });
    expect(await api.home.customer.query({ account })).toEqual(own);
    for (const ask of ["customer", "work", "months"] as const)
      for (const other of ["beta", "nobody"])
        expect(await refusalOf(pat().home[ask].query({ account: other }))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusalOf(pat().home.overview.query({}))).toMatchObject({ code: "FORBIDDEN" });
  });
});

test("ALW-8: months of work say where every minute is, without our own time", async () => {
  await api.time.log.mutate({ account, minutes: 60, on: "2024-02-28" });
  await api.time.log.mutate({ account, minutes: 30, on: "2024-03-01" });
  await api.time.log.mutate({ account, minutes: 15, on: "2024-03-01", billable: false });
  await api.invoice.run.mutate({ through: monday });
  const { items } = await pat().home.months.query({ account });
  expect(items).toMatchObject([
    { month: "2024-03", minutes: { worked: 30, nonBillable: 0 }, expected: { allowance: 0, invoiced: 30 } },
    { month: "2024-02", minutes: { worked: 60 } },
  ]);
  for (const {
    minutes: { worked, ...places },
  } of items)
    expect(Object.values(places).reduce((sum, each) => sum + each, 0)).toBe(worked);
  expect((await pat().home.months.query({ account, from: "2024-03-01" })).items).toHaveLength(1);
});

test("ALW-5, ALW-6: months of work name each grant that covers them, closed or not", async () => {
  await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 100, on: "2024-02-10" });
  await api.allowance.buy.mutate({ account, kind: "monthly", minutes: 60, on: "2024-02-10" });
  await api.time.log.mutate({ account, minutes: 90, on: "2024-02-14" });
  await api.invoice.run.mutate({ through: monday });
  await api.time.log.mutate({ account, minutes: 150, on: "2024-03-04" });
  const [march, february] = (await pat().home.months.query({ account })).items;
  const hours = { kind: "lump-sum", boughtMinutes: 100, from: "2024-02-10", rolledOver: false };
  const monthly = { kind: "monthly", boughtMinutes: 60, rolledOver: false };
  expect(february).toMatchObject({
    minutes: { allowance: 90 },
    grants: [
      { ...monthly, from: "2024-02-01", minutes: 60, expectedMinutes: 0 },
      { ...hours, minutes: 30, expectedMinutes: 0 },
    ],
  });
  expect(march).toMatchObject({
    minutes: { allowance: 0 },
    expected: { allowance: 130, invoiced: 20 },
    grants: [
      { ...monthly, from: "2024-03-01", minutes: 0, expectedMinutes: 60 },
      { ...hours, minutes: 0, expectedMinutes: 70 },
    ],
  });
});

test("work that ended is listed with the rest", async () => {
  await api.deliverable.cancel.mutate({ ...work, reason: "Not needed" });
  expect((await pat().home.work.query({ account })).items).toMatchObject([
    { deliverable: "sync", outcome: "cancelled", next: null },
  ]);
  expect((await pat().home.customer.query({ account })).work).toEqual([]);
});
