import { createHash } from "node:crypto";
import { defaultPolicy, type EvidenceGiver } from "@cimpro/domain";
import { afterEach, describe, expect, test } from "vitest";
import type { CustomerRole, TeamRole } from "../src/access/roles.ts";
import { type Api, embeddedApi } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

// 2024-06-03 is a Monday.
const monday = "2024-06-03";
const account = "acme";
const deliverable = "price-breaks";
const work = { account, deliverable };

describe.each(places)("the customization process on %s", (_engine, place) => {
  const opened: { practice?: Practice; day: string } = { day: monday };

  async function begin(): Promise<Practice> {
    const practice = await openPractice(await place(), monday);
    opened.practice = practice;
    opened.day = monday;
    const api = practice.local();
    for (const name of ["Acme", "Beta"]) await api.account.open.mutate({ name });
    await api.deliverable.add.mutate({ account, name: "Price breaks", criticalWorkflows: ["Ordering"] });
    return practice;
  }
  const on = (practice: Practice, day: string): void => {
    opened.day = day;
    practice.on(day);
  };
  /** Somebody signed in, over the same wire as everyone in process. */
  const signedIn = (practice: Practice, name: string, role: TeamRole | CustomerRole, of?: string): Api =>
    embeddedApi(practice.store, {
      actor: { name, role, ...(of === undefined ? {} : { account: of }) },
      now: () => Date.parse(`${opened.day}T12:00:00Z`),
    });
  /** Somebody of the customer who reads mail: the budget holder. */
  const joined = (practice: Practice, name: string) =>
    practice.store.write(
      {
        ...{ stream: "@practice", type: "user.added", actor: "test", key: null, input: null, dryRun: false },
        recordedAt: `${opened.day}T12:00:00.000Z`,
      },
      async (books) => {
        const email = `${name.toLowerCase()}@acme.example`;
        const user = { id: name, name, email, role: "program-manager", account, state: "active" as const };
        const made = { ...user, createdAt: `${opened.day}T12:00:00.000Z` };
        await books.users.insert(made);
        return { answer: null, data: { user: made }, effectiveOn: opened.day };
      },
    );
  const peopleOf = (practice: Practice) => ({
    cora: signedIn(practice, "Cora", "coordinator"),
    dan: signedIn(practice, "Dan", "developer"),
    eve: signedIn(practice, "Eve", "developer"),
    ana: signedIn(practice, "Ana", "consultant"),
    pam: signedIn(practice, "Pam", "program-manager", account),
    mel: signedIn(practice, "Mel", "member", account),
    bob: signedIn(practice, "Bob", "program-manager", "beta"),
  });
  const state = (api: Api, condition: string, what = "as agreed") =>
    api.phase.record.mutate({ ...work, condition, what });
  const advance = (api: Api) => api.phase.advance.mutate(work);
  const missing = async (api: Api) => (await api.phase.show.query(work)).missing.map(({ condition }) => condition);

  async function approveSow(api: Api): Promise<void> {
    await api.deliverable.estimate.mutate({ ...work, estimates: [{ phase: "discovery", minutes: 600 }] });
    await api.sow.issue.mutate({ ...work, scope: "Price breaks by branch" });
    await api.sow.approve.mutate({ ...work, by: "Pam" });
  }
  /** From the approved SOW to the deployment phase, by the people who may. */
  async function reachDeployment(practice: Practice): Promise<void> {
    const { cora, dan, eve, ana, pam } = peopleOf(practice);
    await approveSow(cora);
    await advance(cora);
    await state(dan, "plan-written");
    await state(eve, "plan-approved");
    await advance(dan);
    await state(dan, "deployed-to-staging");
    await state(eve, "code-reviewed");
    await advance(dan);
    await state(ana, "internally-tested");
    await state(cora, "uat-link-sent");
    await state(pam, "customer-approved");
    await advance(cora);
  }
  async function reachStabilization(practice: Practice): Promise<void> {
    const { cora, dan, mel } = peopleOf(practice);
    await reachDeployment(practice);
    await state(cora, "deployment-scheduled");
    await state(mel, "staff-told");
    for (const condition of ["published", "verified", "customer-told"]) await state(dan, condition);
    await advance(cora);
  }
  async function reachSupport(practice: Practice): Promise<void> {
    const { cora } = peopleOf(practice);
    await reachStabilization(practice);
    await state(cora, "stabilization-ended");
    await advance(cora);
  }

  afterEach(async () => {
    const { practice } = opened;
    if (practice === undefined) return;
    delete opened.practice;
    try {
      await expectGoodBooks(practice.local());
    } finally {
      await practice.close();
    }
  });

  test("PROC-1 to PROC-8: work goes through every gate, and each refuses what it lacks", async () => {
    const practice = await begin();
    const { cora, dan, eve, ana, pam, mel } = peopleOf(practice);
    const incomplete = async (conditions: readonly string[], clause: string) => {
      const before = await cora.phase.show.query(work);
      expect(await refusalOf(advance(cora))).toMatchObject({
        status: 422,
        code: "PHASE_INCOMPLETE",
        clause,
        details: { missing: conditions.map((condition) => ({ condition })) },
      });
      expect(before.advanceRefused).toMatchObject({ code: "PHASE_INCOMPLETE" });
      expect(await cora.phase.show.query(work)).toEqual(before);
    };

    // PROC-1: nobody, not even the budget holder, can state an approval that the books do not have.
    await incomplete(["sow-approved"], "PROC-1");
    expect(await refusalOf(state(pam, "sow-approved"))).toMatchObject({ code: "EVIDENCE_NEEDS_SOW", clause: "PROC-1" });
    await approveSow(cora);
    const approved = await cora.phase.show.query(work);
    expect(approved).toMatchObject({ phase: "discovery", missing: [], advanceRefused: null });
    expect(approved.phases[0]?.gates[0]?.conditions).toMatchObject([
      { state: "done", statement: { by: "program-manager", person: "Pam" } },
    ]);
    expect(await advance(cora)).toMatchObject({ phase: "technical-planning", since: monday, daysInPhase: 0 });

    // PROC-2: reviewed by another, and again once amended.
    await incomplete(["plan-written", "plan-approved"], "PROC-2");
    expect(await refusalOf(state(eve, "plan-approved"))).toMatchObject({ code: "EVIDENCE_TOO_EARLY" });
    await state(dan, "plan-written", "https://plans.example/1");
    expect(await refusalOf(state(dan, "plan-approved"))).toMatchObject({ code: "OWN_WORK", clause: "PROC-2" });
    expect(await refusalOf(state(pam, "plan-approved"))).toMatchObject({ code: "FORBIDDEN", clause: "ROLE-5" });
    await state(ana, "plan-approved");
    await state(dan, "plan-written", "https://plans.example/2");
    await incomplete(["plan-approved"], "PROC-2");
    await state(eve, "plan-approved");
    await advance(dan);

    // PROC-3
    await state(dan, "deployed-to-staging");
    await incomplete(["code-reviewed"], "PROC-3");
    await state(eve, "code-reviewed");
    await advance(dan);

    // PROC-4: our testing first, then theirs; everything on the list is dealt with.
    on(practice, "2024-06-05");
    expect(await refusalOf(state(cora, "uat-link-sent"))).toMatchObject({
      code: "EVIDENCE_TOO_EARLY",
      clause: "PROC-4",
    });
    await state(ana, "internally-tested");
    expect(await state(cora, "uat-link-sent")).toMatchObject({ deliveredOn: "2024-06-05", premium: null });
    const found = await mel.punchList.add.mutate({ ...work, what: "Rounding on the cart page" });
    expect(found).toMatchObject({ id: "price-breaks-punch-1", state: "open", phase: "testing", reportedBy: "Mel" });
    await state(pam, "customer-approved");
    await incomplete(["punch-list-done"], "PROC-4");
    expect((await cora.phase.show.query(work)).missing).toMatchObject([{ condition: "punch-list-done", open: 1 }]);
    const done = { account, finding: found.id, note: "Rounded once" };
    expect(await refusalOf(mel.punchList.done.mutate(done))).toMatchObject({ code: "FORBIDDEN" });
    expect(await dan.punchList.done.mutate(done)).toMatchObject({
      state: "done",
      endedBy: "Dan",
      note: "Rounded once",
    });
    await advance(dan);

    // PROC-5: ordering is a critical workflow, so the customer's staff is told before it is published.
    expect(await missing(cora)).toContain("staff-told");
    const scheduled = { ...work, condition: "deployment-scheduled", what: "Friday", deploymentOn: "2024-06-07" };
    expect(await cora.phase.record.mutate(scheduled)).toMatchObject({ deploymentOn: "2024-06-07" });
    expect(await refusalOf(state(dan, "published"))).toMatchObject({ code: "EVIDENCE_TOO_EARLY", clause: "PROC-5" });
    await state(mel, "staff-told", "The branch managers");
    on(practice, "2024-06-07");
    await state(dan, "published");
    await state(ana, "verified");
    await incomplete(["customer-told"], "PROC-5");
    await state(cora, "customer-told");
    expect(await cora.phase.advance.mutate({ ...work, stabilizationDays: 30 })).toMatchObject({
      phase: "stabilization",
      stabilization: { days: 30, endsOn: "2024-07-07" },
    });

    // PROC-6: planned days, ended by a person once no issue is open.
    expect(await cora.phase.planStabilization.mutate({ ...work, days: 10 })).toMatchObject({
      stabilization: { days: 10, endsOn: "2024-06-17" },
    });
    expect(await refusalOf(mel.punchList.add.mutate({ ...work, what: "Late" }))).toMatchObject({
      code: "FINDING_TOO_LATE",
      clause: "PROC-4",
    });
    const issue = await pam.issue.report.mutate({ ...work, what: "Slow on Mondays" });
    on(practice, "2024-06-17");
    await state(cora, "stabilization-ended", "Quiet for a week");
    await incomplete(["issues-done"], "PROC-6");
    await ana.issue.resolve.mutate({ account, finding: issue.id });
    expect(await advance(cora)).toMatchObject({ phase: "support", next: null });

    // PROC-8: it is over; later work is new work.
    expect(await refusalOf(advance(cora))).toMatchObject({ code: "DELIVERABLE_CLOSED" });
    expect(await refusalOf(state(dan, "plan-written"))).toMatchObject({ code: "DELIVERABLE_CLOSED" });
    expect(await refusalOf(pam.issue.report.mutate({ ...work, what: "More" }))).toMatchObject({
      code: "DELIVERABLE_CLOSED",
    });
    expect(await cora.customization.list.query({})).toMatchObject({
      items: [{ account, id: deliverable, state: "live", liveSince: "2024-06-07", deliverables: [deliverable] }],
    });
    expect(await cora.phase.funnel.query()).toMatchObject({ live: 1 });
  });

  test("PROC-4: a sent link for testing asks whoever decides for the customer, and another link asks again", async () => {
    const practice = await begin();
    const { cora, dan, eve, ana, pam } = peopleOf(practice);
    await joined(practice, "Pam");
    await approveSow(cora);
    await advance(cora);
    await state(dan, "plan-written");
    await state(eve, "plan-approved");
    await advance(dan);
    await state(dan, "deployed-to-staging");
    await state(eve, "code-reviewed");
    await advance(dan);
    await state(ana, "internally-tested");
    const asked = async () =>
      (await cora.message.list.query({ kind: "approval-asked", account })).items
        .filter(({ subject }) => subject.startsWith("Ready for your testing"))
        .map(({ to, text }) => [to.email, text]);
    expect(await asked()).toEqual([]);
    await state(cora, "uat-link-sent", "https://staging.example/1");
    await state(cora, "uat-link-sent", "https://staging.example/2");
    const [second, first] = (await asked()).toSorted(([, a = ""], [, b = ""]) => b.localeCompare(a));
    expect([first?.[0], second?.[0]]).toEqual(["pam@acme.example", "pam@acme.example"]);
    expect(first?.[1]).toMatch(
      /staging\.example\/1 [\s\S]*\/approve\/uat\/price-breaks\/uat-link-sent-1\?account=acme$/,
    );
    expect(second?.[1]).toMatch(
      /staging\.example\/2 [\s\S]*\/approve\/uat\/price-breaks\/uat-link-sent-2\?account=acme$/,
    );
    // Only the last link is worth sending, and that only until somebody approved.
    const held = async () => {
      const { items } = await cora.message.list.query({ kind: "approval-asked", account });
      const shown = await Promise.all(items.map(({ id }) => cora.message.show.query({ message: id })));
      return Object.fromEntries(
        shown.map(({ link, dropReason }) => [/uat-link-sent-\d|sow/.exec(link ?? "")?.[0], dropReason]),
      );
    };
    const again = "Price breaks was sent for testing again.";
    expect(await held()).toMatchObject({ "uat-link-sent-1": again, "uat-link-sent-2": null });
    await state(pam, "customer-approved");
    expect(await held()).toMatchObject({
      "uat-link-sent-1": again,
      "uat-link-sent-2": "Price breaks waits for no test any more.",
    });
  });

  test("ROLE-5: a coordinator puts on record what others said, by name, and nobody speaks for others but them", async () => {
    const practice = await begin();
    const { cora, dan, pam, mel, bob } = peopleOf(practice);
    await approveSow(cora);
    await advance(cora);
    const plan = { ...work, condition: "plan-written", what: "The plan" };
    expect(await refusalOf(cora.phase.record.mutate(plan))).toMatchObject({
      code: "MALFORMED",
      issues: [{ path: "person" }],
    });
    await cora.phase.record.mutate({ ...plan, person: "Dan" });
    const approval = { ...work, condition: "plan-approved", what: "Fine" };
    expect(await refusalOf(cora.phase.record.mutate({ ...approval, person: "Eve" }))).toMatchObject({
      code: "MALFORMED",
      issues: [{ path: "by" }],
    });
    const asDeveloper = { ...approval, by: "developer" as EvidenceGiver };
    expect(await refusalOf(cora.phase.record.mutate({ ...asDeveloper, person: "dan " }))).toMatchObject({
      code: "OWN_WORK",
    });
    expect(await refusalOf(dan.phase.record.mutate({ ...asDeveloper, person: "Eve" }))).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await refusalOf(mel.phase.record.mutate(approval))).toMatchObject({ code: "FORBIDDEN" });
    const shown = await cora.phase.record.mutate({ ...asDeveloper, person: "Eve" });
    expect(shown.phases[1]?.gates[0]?.conditions).toMatchObject([
      { statement: { by: "developer", person: "Dan", recordedBy: "Cora" } },
      { statement: { by: "developer", person: "Eve", recordedBy: "Cora" } },
    ]);
    // Customers read, and do not move phases; other customers do not learn of it.
    expect(await pam.phase.show.query(work)).toMatchObject({ phase: "technical-planning" });
    expect(await refusalOf(advance(pam))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(bob.phase.show.query(work))).toMatchObject({ status: 404, details: { what: "account" } });
    expect(await refusalOf(bob.phase.show.query({ account: "beta", deliverable }))).toMatchObject({ status: 404 });
    expect(await refusalOf(bob.punchList.add.mutate({ account: "beta", deliverable, what: "x" }))).toMatchObject({
      status: 404,
    });
  });

  test("PROC-4: the customer's budget holder approves, in person or put on record with their name", async () => {
    const practice = await begin();
    const { cora, dan, ana, eve, mel } = peopleOf(practice);
    await approveSow(cora);
    await advance(cora);
    for (const [api, condition] of [
      [dan, "plan-written"],
      [eve, "plan-approved"],
    ] as const)
      await state(api, condition);
    await advance(cora);
    await state(dan, "deployed-to-staging");
    await state(eve, "code-reviewed");
    await advance(cora);
    await state(ana, "internally-tested");
    await state(cora, "uat-link-sent");
    expect(await refusalOf(state(mel, "customer-approved"))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(state(dan, "customer-approved"))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(state(cora, "customer-approved"))).toMatchObject({ code: "MALFORMED" });
    expect(
      await cora.phase.record.mutate({ ...work, condition: "customer-approved", what: "By phone", person: "Pam" }),
    ).toMatchObject({ missing: [], advanceRefused: null });
  });

  test("INV-5: while work is stopped no phase changes but with a coordinator's reason; statements are taken", async () => {
    const practice = await begin();
    const { cora, dan, eve } = peopleOf(practice);
    await approveSow(cora);
    await cora.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600 });
    on(practice, "2024-06-10");
    expect(await cora.phase.show.query(work)).toMatchObject({ missing: [], advanceRefused: { code: "WORK_STOPPED" } });
    expect(await refusalOf(advance(dan))).toMatchObject({ code: "WORK_STOPPED", clause: "INV-5" });
    expect(await refusalOf(dan.phase.advance.mutate({ ...work, on: monday }))).toMatchObject({ code: "WORK_STOPPED" });
    const override = "The payment is on its way";
    expect(await refusalOf(dan.phase.advance.mutate({ ...work, override }))).toMatchObject({ code: "FORBIDDEN" });
    const moved = await cora.phase.advance.mutate({ ...work, override });
    expect(moved.history).toMatchObject([{ type: "advanced", person: "Cora", on: "2024-06-10", override }]);
    await state(dan, "plan-written");
    await state(eve, "plan-approved");
    const back = { ...work, reason: "The scope was misread" };
    expect(await refusalOf(dan.phase.back.mutate(back))).toMatchObject({ code: "WORK_STOPPED" });
    expect((await cora.phase.board.query({})).items).toMatchObject([
      { deliverable, blocker: { stopped: true, missing: 0 } },
    ]);
    await cora.payment.record.mutate({ account, amount: 235_000 });
    expect(await dan.phase.back.mutate(back)).toMatchObject({ phase: "discovery" });
  });

  test("PROC-7: going back takes a reason, one phase at a time, and what was stated stays on record and is stated anew", async () => {
    const practice = await begin();
    const { cora, dan } = peopleOf(practice);
    expect(await refusalOf(dan.phase.back.mutate({ ...work, reason: "Too early" }))).toMatchObject({
      code: "PHASE_NOT_BEFORE",
      details: { before: null },
    });
    await reachDeployment(practice);
    expect(await refusalOf(dan.phase.back.mutate({ ...work, reason: " " }))).toMatchObject({ code: "MALFORMED" });
    expect(await refusalOf(dan.phase.back.mutate({ ...work, to: "discovery", reason: "A gap" }))).toMatchObject({
      code: "PHASE_NOT_BEFORE",
    });
    const back = await dan.phase.back.mutate({ ...work, reason: "A gap in the tests" });
    expect(back).toMatchObject({ phase: "testing" });
    expect(await missing(cora)).toEqual(["internally-tested", "uat-link-sent", "customer-approved"]);
    expect(await refusalOf(dan.phase.advance.mutate(work))).toMatchObject({ code: "PHASE_INCOMPLETE" });
    const { dossier } = await cora.phase.dossier.query(work);
    const said = dossier.phases.flatMap(({ gates }) => gates.flatMap(({ conditions }) => conditions));
    expect(said.find(({ condition }) => condition === "customer-approved")?.statements).toMatchObject([
      { stands: false },
    ]);
    expect(back.history.at(-1)).toMatchObject({ type: "went-back", from: "deployment", reason: "A gap in the tests" });
    // The milestone stays the first one.
    on(practice, "2024-06-20");
    await state(dan, "internally-tested");
    expect(await state(cora, "uat-link-sent", "A new link")).toMatchObject({ deliveredOn: monday });
    expect(await missing(cora)).toEqual(["customer-approved"]);
  });

  test("PROC-7: stabilization that is left before its planned days says so, with what was stated or the reason given", async () => {
    for (const reason of [undefined, "They asked for it"]) {
      const practice = await begin();
      const { cora } = peopleOf(practice);
      await reachStabilization(practice);
      const { stabilization } = await state(cora, "stabilization-ended", "Nothing came up");
      expect(stabilization).toMatchObject({ days: 14, daysEarly: 14 });
      const over = await cora.phase.advance.mutate({ ...work, ...(reason === undefined ? {} : { reason }) });
      expect(over.history.at(-1)).toMatchObject({ daysEarly: 14, reason: reason ?? "Nothing came up" });
      expect(over.stabilization.daysEarly).toBeNull();
      await practice.close();
      delete opened.practice;
    }
  });

  test("nothing happens after today, or before what it rests on", async () => {
    const practice = await begin();
    const { cora, dan } = peopleOf(practice);
    on(practice, "2024-06-05");
    await approveSow(cora);
    for (const attempt of [
      () => dan.phase.record.mutate({ ...work, condition: "plan-written", what: "x", on: "2024-06-06" }),
      () => dan.phase.advance.mutate({ ...work, on: "2024-06-06" }),
      () => dan.punchList.add.mutate({ ...work, what: "x", on: "2024-06-06" }),
    ])
      expect(await refusalOf(attempt())).toMatchObject({ code: "DATED_AFTER_TODAY" });
    expect(await refusalOf(dan.phase.advance.mutate({ ...work, on: "2024-06-04" }))).toMatchObject({
      code: "PHASE_DATE_EARLIER",
      clause: "PROC-7",
      details: { earliest: "2024-06-05" },
    });
    expect(await refusalOf(dan.phase.advance.mutate({ ...work, to: "testing" }))).toMatchObject({
      code: "PHASE_NOT_NEXT",
    });
  });

  test("PROC-7: the dossier has every statement in order, and its seal is SHA-256 of what it says", async () => {
    const practice = await begin();
    const { cora, ana, pam, mel } = peopleOf(practice);
    await reachDeployment(practice);
    await cora.phase.back.mutate({ ...work, reason: "One more look" });
    const item = await mel.punchList.add.mutate({ ...work, what: "A typo" });
    await mel.punchList.done.mutate({ account, finding: item.id, state: "withdrawn", note: "It was ours" });
    const { dossier, seal, matches } = await pam.phase.dossier.query(work);
    expect(matches).toBeNull();
    expect(seal).toBe(createHash("sha256").update(sortedJson(dossier)).digest("hex"));
    expect(dossier.sows).toMatchObject([{ id: "price-breaks-sow-1", approvedBy: "Pam", seal: expect.any(String) }]);
    expect(dossier.moves.map(({ type }) => type)).toEqual([...Array(4).fill("advanced"), "went-back"]);
    expect(dossier.findings).toMatchObject([
      { what: "A typo", state: "withdrawn", endedBy: "Mel", note: "It was ours" },
    ]);
    expect(dossier.phases.flatMap(({ gates }) => gates.flatMap(({ conditions }) => conditions))).toHaveLength(16);
    // Equal records, equal seal, on whatever day; anything more is another one.
    on(practice, "2024-06-20");
    expect(await cora.phase.dossier.query({ ...work, seal })).toMatchObject({ seal, matches: true });
    await state(ana, "internally-tested", "Once more");
    expect(await cora.phase.dossier.query({ ...work, seal })).toMatchObject({ matches: false });
  });

  test("PROC-8, PROC-9: an update opens a review for each live customization, decided as compatible, new work or retired", async () => {
    const practice = await begin();
    const { cora, ana, pam } = peopleOf(practice);
    await reachSupport(practice);
    const review = (outcome: "compatible" | "needs-work" | "retired", more: { update?: string; note?: string } = {}) =>
      ana.update.review.mutate({ account, customization: deliverable, outcome, ...more });

    const first = await cora.update.open.mutate({ account, version: "5.1" });
    expect(first).toMatchObject({
      updates: [{ id: "5-1", state: "open", reviews: [{ customization: deliverable, state: "open" }] }],
    });
    expect(await refusalOf(cora.update.open.mutate({ account, version: "5.1" }))).toMatchObject({
      status: 409,
      code: "UPDATE_EXISTS",
    });
    // For everyone: Beta has nothing live, Acme has this one already.
    expect(await cora.update.open.mutate({ version: "5.1" })).toEqual(first);
    await cora.update.open.mutate({ version: "5.2" });
    expect(await refusalOf(review("compatible"))).toMatchObject({ code: "MALFORMED", issues: [{ path: "update" }] });
    expect(await review("compatible", { update: "5-1" })).toMatchObject({ update: { state: "reviewed" }, work: null });
    expect(await refusalOf(review("retired", { update: "5-1" }))).toMatchObject({ code: "REVIEW_DECIDED" });

    const { work: needed } = await review("needs-work", { note: "The cart hooks changed" });
    expect(needed).toMatchObject({ id: "price-breaks-5-2", requirements: "The cart hooks changed", state: "open" });
    expect(await pam.phase.show.query({ account, deliverable: "price-breaks-5-2" })).toMatchObject({
      phase: "discovery",
    });
    expect(await pam.update.show.query({ account, update: "5-2" })).toMatchObject({
      state: "reviewed",
      reviews: [{ state: "needs-work", deliverable: "price-breaks-5-2", decidedBy: "Ana" }],
    });

    await cora.update.open.mutate({ version: "6", account });
    await review("retired", { note: "Replaced by the product" });
    expect(await pam.customization.list.query({ account })).toMatchObject({
      items: [{ state: "retired", retiredBy: "Ana", note: "Replaced by the product" }],
    });
    expect(await cora.update.open.mutate({ version: "7" })).toEqual({ updates: [] });
    expect((await cora.update.list.query({ state: "reviewed" })).items.map(({ id }) => id)).toEqual([
      "5-1",
      "5-2",
      "6",
    ]);
  });

  test("PROC-9: what an update needed goes live as part of the customization, which keeps its reviews", async () => {
    const practice = await begin();
    const { cora, ana } = peopleOf(practice);
    const { phases } = defaultPolicy.process;
    const short = { ...defaultPolicy.process, phases: [...phases.slice(0, 1), ...phases.slice(-1)] };
    const policy = { ...defaultPolicy, process: short };
    on(practice, "2024-06-10");
    await practice.local().policy.adopt.mutate({ policy, from: "2024-06-10" });
    const comesLive = async (id: string) => {
      const named = { account, deliverable: id };
      await cora.deliverable.estimate.mutate({ ...named, estimates: [{ phase: "discovery", minutes: 60 }] });
      await cora.sow.issue.mutate({ ...named, scope: "What it takes" });
      await cora.sow.approve.mutate({ ...named, by: "Pam" });
      await cora.phase.advance.mutate(named);
    };
    const { id } = await cora.deliverable.add.mutate({ account, name: "Sync" });
    await comesLive(id);
    await cora.update.open.mutate({ account, version: "5" });
    const review = { account, customization: id, outcome: "needs-work" as const };
    const { work: needed } = await ana.update.review.mutate(review);
    await comesLive(needed?.id ?? "");
    expect((await cora.customization.list.query({ account })).items).toMatchObject([
      { id, state: "live", liveSince: "2024-06-10", deliverables: [id, "sync-5"] },
    ]);
    // Two updates are open; its retirement settles both.
    for (const version of ["6", "7"]) await cora.update.open.mutate({ account, version });
    await ana.update.review.mutate({ account, customization: id, update: "6", outcome: "retired" });
    const states = (await cora.update.list.query({ account })).items.map(({ state }) => state);
    expect(states).toEqual(["reviewed", "reviewed", "reviewed"]);
  });

  test("LEAD-7, LEAD-3: the first link for customer testing is the delivery, and settles the premium with it", async () => {
    const practice = await begin();
    const { cora, dan, eve, ana } = peopleOf(practice);
    await cora.deliverable.edit.mutate({ ...work, kind: "custom-development" });
    await cora.deliverable.estimate.mutate({ ...work, estimates: [{ phase: "discovery", minutes: 600 }] });
    await cora.sow.issue.mutate({ ...work, scope: "Soon", leadTime: "expedited", expeditedBy: "2024-06-14" });
    await cora.sow.approve.mutate({ ...work, by: "Pam" });
    await advance(cora);
    await state(dan, "plan-written");
    await state(eve, "plan-approved");
    await advance(cora);
    await state(dan, "deployed-to-staging");
    await state(eve, "code-reviewed");
    await advance(cora);
    await state(ana, "internally-tested");
    on(practice, "2024-06-20");
    const handed = await state(cora, "uat-link-sent");
    expect(handed).toMatchObject({
      deliveredOn: "2024-06-20",
      premium: { state: "automatic", deliveredOn: "2024-06-20", settlement: { outcome: "credited" } },
    });
    expect(await state(cora, "uat-link-sent", "A second link")).toMatchObject({
      deliveredOn: "2024-06-20",
      premium: null,
    });
  });

  test("the board has every open deliverable with its days, its estimate against its time, and what holds it up", async () => {
    const practice = await begin();
    const { cora, dan } = peopleOf(practice);
    await cora.deliverable.add.mutate({ account: "beta", name: "Sync" });
    await approveSow(cora);
    await advance(cora);
    await dan.time.log.mutate({ ...work, minutes: 90 });
    // Time before the approval is not the SOW's (DLV-6).
    await dan.time.log.mutate({ ...work, minutes: 30, on: "2024-05-31" });
    await cora.wait.start.mutate({ ...work, whose: "client", what: "The price list" });
    on(practice, "2024-06-07");
    const { items, nextCursor } = await cora.phase.board.query({ limit: 1 });
    expect(items).toMatchObject([
      {
        ...{ account, accountName: "Acme", deliverable, phase: "technical-planning", daysInPhase: 4 },
        ...{ estimatedMinutes: 600, workedMinutes: 90 },
        blocker: { stopped: false, waits: [{ whose: "client", what: "The price list" }], missing: 2 },
      },
    ]);
    const rest = await cora.phase.board.query({ limit: 1, cursor: nextCursor ?? "" });
    expect(rest).toMatchObject({
      items: [{ account: "beta", deliverable: "sync", phase: "discovery" }],
      nextCursor: null,
    });
    expect((await cora.phase.funnel.query()).phases.slice(0, 2)).toMatchObject([
      { phase: "discovery", deliverables: 1 },
      { phase: "technical-planning", deliverables: 1 },
    ]);
  });

  test("work goes by the process that it began under, whatever is adopted later", async () => {
    const practice = await begin();
    const { cora } = peopleOf(practice);
    const { phases } = defaultPolicy.process;
    const short = {
      ...defaultPolicy,
      process: { ...defaultPolicy.process, phases: [...phases.slice(0, 1), ...phases.slice(-1)] },
    };
    on(practice, "2024-06-05");
    await practice.local().policy.adopt.mutate({ policy: short, from: "2024-06-05" });
    await approveSow(cora);
    expect(await advance(cora)).toMatchObject({ phase: "technical-planning", policyVersion: 1 });
    await cora.deliverable.add.mutate({ account, name: "Newer" });
    expect(await cora.phase.show.query({ account, deliverable: "newer" })).toMatchObject({
      next: { phase: "support" },
      policyVersion: 2,
    });
  });
});

/** JSON with sorted keys, written anew here: how a reader of a printed copy would check it. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${sortedJson(each)}`).join(",")}}`;
}
