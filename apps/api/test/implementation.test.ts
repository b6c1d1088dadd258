import { defaultPolicy, PlanRequest, planImplementation } from "@cimpro/domain";
import { afterEach, describe, expect, test } from "vitest";
import type { CustomerRole } from "../src/access/roles.ts";
import { programManagerOf } from "../src/people/program-manager.ts";
import { type Api, embeddedApi } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

const today = "2024-01-08";
const yes = { getsIt: true, wantsIt: true, hasCapacity: true };

describe.each(places)("people and plans on %s", (_engine, place) => {
  const opened: { practice?: Practice } = {};
  const account = "acme";

  async function begin(): Promise<[Practice, Api]> {
    const practice = await openPractice(await place(), today);
    opened.practice = practice;
    const api = practice.local();
    for (const name of ["Acme", "Beta"]) await api.account.open.mutate({ name });
    return [practice, api];
  }
  /** A person of a customer, over the same wire as everyone in process. */
  const customer = (practice: Practice, role: CustomerRole, of = account): Api =>
    embeddedApi(practice.store, {
      actor: { name: `Test ${role}`, role, account: of },
      now: () => Date.parse(`${today}T12:00:00Z`),
    });

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

  describe("people", () => {
    test("ROLE-2, ROLE-3: a person is added and wears hats; the answers say who asserted them and when", async () => {
      const [, api] = await begin();
      expect(await api.person.add.mutate({ account, name: "Ann Lee", employment: "contractor" })).toEqual({
        ...{ account, id: "ann-lee", name: "Ann Lee", email: "", employment: "contractor" },
        ...{ hats: [], active: true, addedOn: today },
      });
      expect(await refusalOf(api.person.add.mutate({ account, name: "Ann Lee" }))).toMatchObject({
        status: 409,
        code: "PERSON_EXISTS",
      });
      const hat = { account, person: "ann-lee", hat: "program-manager" } as const;
      expect(await api.person.assign.mutate(hat)).toMatchObject({
        person: { hats: [{ hat: "program-manager", plan: null, answers: null }] },
        standing: { filled: false, reasons: [{ code: "not-answered" }] },
      });
      expect(await api.person.assign.mutate({ ...hat, answers: yes })).toMatchObject({
        person: { hats: [{ answers: { ...yes, assertedBy: "Test admin", assertedOn: today } }] },
        standing: { filled: true, wornBy: ["Ann Lee"] },
      });
      const said = { ...yes, hasCapacity: false, assertedBy: "Dana", assertedOn: "2024-01-05" };
      const lead = { ...hat, hat: "lead-implementer" } as const;
      expect((await api.person.assign.mutate({ ...lead, answers: said })).standing.reasons).toMatchObject([
        { code: "no-capacity", clause: "ROLE-3" },
      ]);
      expect((await api.person.unassign.mutate(lead)).person.hats).toHaveLength(1);
      const tomorrow = { ...said, assertedOn: "2024-01-09" };
      expect(await refusalOf(api.person.assign.mutate({ ...lead, answers: tomorrow }))).toMatchObject({
        code: "DATED_AFTER_TODAY",
      });
      expect(await refusalOf(api.person.assign.mutate({ ...lead, person: "bob" }))).toMatchObject({ status: 404 });
      expect(await refusalOf(api.person.assign.mutate({ ...hat, plan: "upgrade" }))).toMatchObject({ status: 400 });
    });

    test("ROLE-1: the program manager is known while exactly one person wears the hat", async () => {
      const [practice, api] = await begin();
      const known = () => practice.store.read((books) => programManagerOf(books, account));
      for (const name of ["Ann", "Ben"]) await api.person.add.mutate({ account, name });
      expect(await known()).toBeNull();
      const hat = { account, hat: "program-manager" } as const;
      await api.person.assign.mutate({ ...hat, person: "ann" });
      expect(await known()).toMatchObject({ id: "ann", name: "Ann" });
      const shared = await api.person.assign.mutate({ ...hat, person: "ben", answers: yes });
      expect(shared.standing).toMatchObject({ filled: false, reasons: [{ code: "shared", clause: "ROLE-1" }] });
      expect(await known()).toBeNull();
      await api.person.edit.mutate({ account, person: "ann", active: false, email: "ann@example.com" });
      expect(await known()).toMatchObject({ id: "ben" });
      expect((await api.person.list.query({ account })).items.map(({ id, active }) => [id, active])).toEqual([
        ["ann", false],
        ["ben", true],
      ]);
    });

    test("ROLE-4: gaps name unfilled hats, what they block, and the packages that could fill a role of ours", async () => {
      const [practice, api] = await begin();
      await api.person.add.mutate({ account, name: "Ann" });
      for (const hat of ["program-manager", "it-network-admin-expert", "erp-business-data-expert"] as const)
        await api.person.assign.mutate({ account, person: "ann", hat, answers: yes });
      await api.package.subscribe.mutate({ account, package: "guide", orderedOn: today });
      const gaps = await customer(practice, "member").person.gaps.query({ account, project: "first", stage: 1 });
      expect(gaps.hats.map(({ hat, blocks, reasons }) => [hat, blocks, reasons.map(({ code }) => code)])).toEqual([
        ["lead-project-manager", ["S1.1", "S1.4"], ["nobody"]],
        ["lead-implementer", ["S1.1", "S1.5", "S2.5", "S3.6"], ["nobody"]],
        ["implementer", ["S1.5", "S2.5", "S3.6"], ["nobody"]],
      ]);
      expect(gaps.roles.map(({ role, packages }) => [role, packages.map((each) => each.package)])).toEqual([
        ["cimcloud-representative", ["advocate"]],
        ["assistant-solver-solution-architect", ["consultant"]],
        ["expert-help-dev-tools-erp-customizations", ["consultant"]],
        ["customizations-coordinator-lead-consultant", ["consultant"]],
        ["customizations-planner", ["consultant"]],
      ]);
      // Bought for a project, it fills no role on the program (PKG-2).
      expect((await api.person.gaps.query({ account, context: "program" })).roles).toHaveLength(7);
      expect(await refusalOf(api.person.gaps.query({ account, stage: 9 }))).toMatchObject({ status: 400 });
    });

    test("ROLE-1, ROLE-4: a hat of one project counts in that project only", async () => {
      const [, api] = await begin();
      await api.plan.save.mutate({ account, name: "Upgrade", project: "upgrade", orderedOn: today });
      await api.person.add.mutate({ account, name: "Ann" });
      const hat = { account, person: "ann", hat: "lead-project-manager" } as const;
      await api.person.assign.mutate({ ...hat, plan: "upgrade", answers: yes });
      const open = async (plan?: string) =>
        (await api.person.gaps.query({ account, plan })).hats.map((gap) => gap.hat as string);
      expect(await open("upgrade")).not.toContain("lead-project-manager");
      expect(await open()).toContain("lead-project-manager");
      // The plan says which kind of project it is: an upgrade assembles its team, and deploys nothing.
      expect((await api.person.gaps.query({ account, plan: "upgrade" })).hats[0]).toMatchObject({ blocks: ["S1.1"] });
      expect(await refusalOf(api.person.gaps.query({ account, plan: "gone" }))).toMatchObject({ status: 404 });
      expect(await refusalOf(api.person.assign.mutate({ ...hat, plan: "gone" }))).toMatchObject({ status: 404 });
    });

    test("ROLE-5: the customer's managers assign hats in their own account; others of it only read", async () => {
      const [practice, api] = await begin();
      const [boss, lead, member] = (["program-manager", "project-manager", "member"] as const).map((role) =>
        customer(practice, role),
      ) as [Api, Api, Api];
      await lead.person.add.mutate({ account, name: "Ann" });
      const hat = { account, person: "ann", hat: "implementer" } as const;
      expect((await lead.person.assign.mutate({ ...hat, answers: yes })).standing.filled).toBe(true);
      expect(await refusalOf(member.person.assign.mutate(hat))).toMatchObject({ status: 403 });
      expect((await member.person.list.query({ account })).items).toHaveLength(1);

      const budget = { ...hat, hat: "program-manager" } as const;
      expect(await refusalOf(lead.person.assign.mutate(budget))).toMatchObject({ code: "FORBIDDEN", clause: "ROLE-5" });
      await boss.person.assign.mutate(budget);
      for (const attempt of [
        () => lead.person.unassign.mutate(budget),
        () => lead.person.edit.mutate({ account, person: "ann", active: false }),
      ])
        expect(await refusalOf(attempt())).toMatchObject({ status: 403, code: "FORBIDDEN" });

      const elsewhere = { account: "beta" };
      await api.person.add.mutate({ ...elsewhere, name: "Bea" });
      for (const attempt of [
        () => boss.person.list.query(elsewhere),
        () => boss.person.gaps.query(elsewhere),
        () => boss.person.add.mutate({ ...elsewhere, name: "Spy" }),
        () => boss.person.edit.mutate({ ...elsewhere, person: "bea", name: "Spy" }),
        () => boss.person.assign.mutate({ ...elsewhere, person: "bea", hat: "implementer" }),
        () => boss.person.unassign.mutate({ ...elsewhere, person: "bea", hat: "implementer" }),
      ])
        expect(await refusalOf(attempt())).toMatchObject({ status: 404, message: 'There is no account "beta".' });
      // A name of another account tells no more than one that nobody has.
      expect(await refusalOf(boss.person.assign.mutate({ ...hat, person: "bea" }))).toMatchObject({
        message: 'There is no person "bea".',
      });
    });
  });

  describe("plans", () => {
    const switched = { account, project: "erp-switch", orderedOn: "2024-01-01" } as const;

    test("IMPL-3, IMPL-4: a saved plan answers what the calculator answers to its facts today", async () => {
      const [practice, api] = await begin();
      await api.plan.save.mutate(switched);
      expect((await api.plan.show.query({ account })).plan).toEqual({
        ...{ account, id: "erp-switch", name: "ERP switch", orderedOn: "2024-01-01" },
        ...{ connect: "select", project: "erp-switch", changed: [], done: {}, checked: [] },
      });
      practice.on("2024-01-30");
      const late = await api.plan.done.mutate({ account, step: "S1.2", on: "2024-01-12" });
      const request = PlanRequest.parse({
        ...{ orderedOn: "2024-01-01", project: "erp-switch", done: { "S1.2": "2024-01-12" }, today: "2024-01-30" },
      });
      const expected = planImplementation(request, defaultPolicy.implementation);
      expect(late).toMatchObject(expected.ok ? expected.value : {});
      expect(late.steps[1]).toMatchObject({
        id: "S1.3",
        slipDays: 9,
        slip: [{ days: 5, whose: "theirs" }, { days: 4 }],
      });
      expect(await api.plan.show.query({ account })).toEqual(late);
      expect((await api.plan.list.query({ account })).items).toMatchObject([
        { id: "erp-switch", milestones: [{}, { id: "connected", forecastOn: "2024-01-30" }] },
      ]);
      const undone = await api.plan.done.mutate({ account, step: "S1.2", undo: true });
      expect(undone.plan.done).toEqual({});
    });

    test("IMPL-6: saved again it keeps what is not stated; another of that name is refused", async () => {
      const [, api] = await begin();
      const { plan } = await api.plan.save.mutate({ ...switched, name: "Move to SAP", done: { "S1.2": "2024-01-05" } });
      expect(await refusalOf(api.plan.save.mutate({ ...switched, name: "Move to SAP" }))).toMatchObject({
        status: 409,
        code: "PLAN_EXISTS",
      });
      const change = { account, id: "move-to-sap", changed: ["manager-changed"], connect: "starter" } as const;
      const again = await api.plan.save.mutate(change);
      expect(again.plan).toEqual({ ...plan, changed: ["manager-changed"], connect: "starter" });
      expect(again.steps.map(({ id }) => id)).toEqual(["S1.2", "S1.3", "S1.4", "S2.5", "S3.6"]);
      // The step that is done belongs to projects with a deployment.
      const later = { account, id: "move-to-sap", project: "later", changed: [] } as const;
      expect(await refusalOf(api.plan.save.mutate(later))).toMatchObject({ status: 400, code: "MALFORMED" });
      expect(await refusalOf(api.plan.save.mutate({ account, name: "New" }))).toMatchObject({
        issues: [{ path: "orderedOn", message: "a new plan needs the day of the order" }],
      });
    });

    test("IMPL-4: a step is done on a day that has come, of this project, in a plan that is clear", async () => {
      const [, api] = await begin();
      expect(await refusalOf(api.plan.show.query({ account }))).toMatchObject({ status: 404 });
      await api.plan.save.mutate(switched);
      expect(await refusalOf(api.plan.done.mutate({ account, step: "S1.1" }))).toMatchObject({
        issues: [{ path: "step" }],
      });
      expect(await refusalOf(api.plan.done.mutate({ account, step: "S1.2", on: "2024-01-09" }))).toMatchObject({
        code: "DATED_AFTER_TODAY",
      });
      await api.plan.save.mutate({ account, name: "Second", project: "later", orderedOn: today });
      expect(await refusalOf(api.plan.done.mutate({ account, step: "S2.5" }))).toMatchObject({
        issues: [{ path: "plan", message: "say which plan is meant: erp-switch, second" }],
      });
      expect((await api.plan.done.mutate({ account, plan: "second", step: "S2.5" })).plan.done).toEqual({
        "S2.5": today,
      });
    });

    test("IMPL-2: items of a checklist are ticked off by whoever does it, the practice's own ones too", async () => {
      const [practice, api] = await begin();
      await api.plan.save.mutate(switched);
      const lead = customer(practice, "project-manager");
      const item = { account, step: "S1.2", item: "erp-sync-pre-install-checklist" };
      const { checklists } = await lead.plan.check.mutate(item);
      expect(checklists).toMatchObject([
        { step: "S1.2", items: [{ checkedOn: today, checkedBy: "Test project-manager" }, { checkedOn: null }] },
      ]);
      expect((await lead.plan.check.mutate({ ...item, undo: true })).plan.checked).toEqual([]);

      const { implementation } = defaultPolicy;
      const own = { step: "S2.5", items: [{ id: "home-page", title: "Home page", by: "implementer", origin: "ours" }] };
      const terms = { ...implementation, checklists: [...implementation.checklists, own] };
      await api.policy.adopt.mutate({ policy: { ...defaultPolicy, implementation: terms }, from: today });
      // The list of today serves a plan that was ordered before it.
      const home = await api.plan.check.mutate({ account, step: "S2.5", item: "home-page" });
      expect(home.checklists[1]).toMatchObject({ items: [{ origin: "ours", checkedBy: "Test admin" }] });
      expect(await refusalOf(api.plan.check.mutate({ ...item, item: "coffee" }))).toMatchObject({
        issues: [{ path: "item" }],
      });
    });

    test("ROLE-5: the customer's managers state what is done; saving a plan is ours; nobody sees another's", async () => {
      const [practice, api] = await begin();
      await api.plan.save.mutate(switched);
      await api.plan.save.mutate({ ...switched, account: "beta", name: "Secret" });
      const [boss, member] = [customer(practice, "program-manager"), customer(practice, "member")];
      expect((await boss.plan.done.mutate({ account, step: "S1.2", on: "2024-01-05" })).steps[0]?.slipDays).toBe(-2);
      expect((await member.plan.show.query({ account })).plan.id).toBe("erp-switch");
      for (const attempt of [
        () => member.plan.done.mutate({ account, step: "S1.3" }),
        () => member.plan.check.mutate({ account, step: "S1.2", item: "erp-sync-pre-install-checklist" }),
        () => boss.plan.save.mutate({ ...switched, name: "Mine" }),
      ])
        expect(await refusalOf(attempt())).toMatchObject({ status: 403, code: "FORBIDDEN" });
      for (const attempt of [
        () => boss.plan.show.query({ account: "beta" }),
        () => boss.plan.list.query({ account: "beta" }),
        () => boss.plan.done.mutate({ account: "beta", step: "S1.2" }),
        () => boss.plan.check.mutate({ account: "beta", step: "S1.2", item: "erp-sync-pre-install-checklist" }),
      ])
        expect(await refusalOf(attempt())).toMatchObject({ status: 404, message: 'There is no account "beta".' });
      expect(await refusalOf(boss.plan.show.query({ account, plan: "secret" }))).toMatchObject({
        message: 'There is no plan "secret".',
      });
    });

    test("IMPL-4: the team sees the plans of all accounts, page by page: whose turn is next and what is late", async () => {
      const [practice, api] = await begin();
      await api.plan.save.mutate(switched);
      await api.plan.save.mutate({ account: "beta", orderedOn: today });
      practice.on("2024-01-30");
      await api.plan.done.mutate({ account: "beta", step: "S1.2", on: "2024-01-12" });
      const first = await api.plan.overview.query({ limit: 1 });
      expect(first.items).toMatchObject([
        {
          ...{ account, accountName: "Acme", id: "erp-switch", next: { id: "S1.2", side: "theirs" } },
          late: { id: "S1.2", slipDays: 23, slip: [{ days: 23, whose: "theirs" }] },
        },
      ]);
      const rest = await api.plan.overview.query({ limit: 1, cursor: first.nextCursor ?? "" });
      expect(rest).toMatchObject({ items: [{ account: "beta", next: { id: "S1.1" } }], nextCursor: null });
      expect(await refusalOf(customer(practice, "program-manager").plan.overview.query({}))).toMatchObject({
        status: 403,
      });
    });
  });
});
