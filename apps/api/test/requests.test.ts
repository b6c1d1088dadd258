import { defaultPolicy } from "@cimpro/domain";
import { afterEach, describe, expect, test } from "vitest";
import type { CustomerRole } from "../src/access/roles.ts";
import { type Api, embeddedApi } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

// 2024-06-03 is a Monday.
const monday = "2024-06-03";

describe.each(places)("requests on %s", (_engine, place) => {
  const opened: { practice?: Practice; day: string } = { day: monday };
  const account = "acme";

  async function begin(): Promise<[Practice, Api]> {
    const practice = await openPractice(await place(), monday);
    opened.practice = practice;
    opened.day = monday;
    const api = practice.local();
    for (const name of ["Acme", "Beta"]) await api.account.open.mutate({ name });
    return [practice, api];
  }
  const on = (practice: Practice, day: string) => {
    opened.day = day;
    practice.on(day);
  };
  /** A person of a customer, over the same wire as everyone in process. */
  const customer = (practice: Practice, role: CustomerRole = "member", of = account): Api =>
    embeddedApi(practice.store, {
      actor: { name: `Ann of ${of}`, role, account: of },
      now: () => Date.parse(`${opened.day}T12:00:00Z`),
    });
  const submit = (api: Api, title: string, more: { account?: string; expediteWish?: string; on?: string } = {}) =>
    api.request.submit.mutate({ account, title, ...more });

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

  test("REQ-1, REQ-2, REQ-3, REQ-4: a request goes from the customer through the queue to a deliverable", async () => {
    const [practice, api] = await begin();
    const ann = customer(practice);
    const asked = await submit(ann, "Price breaks by branch", { expediteWish: "Trade fair on the 20th" });
    expect(asked).toMatchObject({
      account,
      accountName: "Acme",
      state: "submitted",
      submittedBy: "Ann of acme",
      submittedOn: monday,
      expediteWish: "Trade fair on the 20th",
      followUp: { state: "on-time", running: true, businessDays: 0, dueOn: "2024-06-06", clauses: ["REQ-1"] },
      expectedStart: null,
      clauses: ["REQ-1", "REQ-2", "REQ-4"],
    });
    const which = { account, request: asked.id };

    on(practice, "2024-06-06");
    expect((await api.request.queue.query({})).items).toMatchObject([
      { id: asked.id, followUp: { state: "amber", businessDays: 3 }, expediteWish: "Trade fair on the 20th" },
    ]);
    const sized = await api.request.triage.mutate({ ...which, size: "small" });
    expect(sized).toMatchObject({
      state: "in-review",
      expectedStart: { from: "2024-06-20", to: "2024-06-27", clauses: ["REQ-3"] },
      clauses: ["REQ-1", "REQ-2", "REQ-3", "REQ-4"],
    });
    expect(await api.request.followUp.mutate({ ...which, note: "Called Ann" })).toMatchObject({
      state: "followed-up",
      followUp: { state: "amber", running: false },
    });
    await ann.request.note.mutate({ ...which, text: "Branch 7 is closed for good" });

    on(practice, "2024-06-10");
    const accepted = await api.request.accept.mutate({ ...which, as: "deliverable", kind: "custom-development" });
    expect(accepted).toMatchObject({
      state: "accepted",
      acceptance: { as: "deliverable", reference: "price-breaks-by-branch" },
      startedOn: null,
    });
    expect((await api.deliverable.list.query({ account })).items).toMatchObject([
      {
        id: "price-breaks-by-branch",
        name: "Price breaks by branch",
        kind: "custom-development",
        addedOn: "2024-06-10",
      },
    ]);
    expect((await api.request.queue.query({})).items).toEqual([]);
    expect((await api.request.backlog.query({})).items).toMatchObject([{ id: asked.id, startedOn: null }]);
    expect(await api.request.promises.query({})).toMatchObject({
      startWindows: {
        small: { from: "2024-06-24", to: "2024-07-01" },
        large: { from: "2024-07-10", to: "2024-09-10" },
      },
      followUp: { kept: 1, missed: 0, open: 0, keptPercent: 100 },
      start: { kept: 0, missed: 0, open: 1, keptPercent: null },
      clauses: ["REQ-1", "REQ-3"],
    });

    on(practice, "2024-06-25");
    await api.time.log.mutate({ account, deliverable: "price-breaks-by-branch", minutes: 60 });
    expect(await ann.request.show.query(which)).toMatchObject({ startedOn: "2024-06-25" });
    expect((await api.request.backlog.query({})).items).toEqual([]);
    expect((await api.request.promises.query({})).start).toMatchObject({ kept: 1, open: 0, keptPercent: 100 });
    expect((await ann.request.list.query({ account })).items[0]?.history.map(({ type }) => type)).toEqual([
      ...["submitted", "review-started", "sized", "followed-up", "noted", "accepted"],
    ]);
  });

  test("ROLE-5: a customer's people see and change their own requests only, and learn of no others", async () => {
    const [practice, api] = await begin();
    const [ann, bea] = [customer(practice), customer(practice, "project-manager", "beta")];
    const { id: request } = await submit(ann, "Price breaks");
    for (const stranger of [
      () => bea.request.show.query({ account, request }),
      () => bea.request.list.query({ account }),
      () => bea.request.note.mutate({ account, request, text: "Hello" }),
      () => bea.request.withdraw.mutate({ account, request }),
      () => submit(bea, "In their name"),
    ])
      expect(await refusalOf(stranger())).toMatchObject({
        status: 404,
        code: "NOT_FOUND",
        message: 'There is no account "acme".',
      });
    // Under their own account the id of another's request leads nowhere either.
    for (const guess of [
      () => bea.request.show.query({ account: "beta", request }),
      () => bea.request.withdraw.mutate({ account: "beta", request }),
    ])
      expect(await refusalOf(guess())).toMatchObject({ code: "NOT_FOUND", details: { what: "request", id: request } });
    expect((await bea.request.list.query({ account: "beta" })).items).toEqual([]);
    const which = { account, request };
    for (const ours of [
      () => ann.request.triage.mutate({ ...which, size: "small" }),
      () => ann.request.accept.mutate({ ...which, as: "package" }),
      () => ann.request.decline.mutate({ ...which, reason: "No" }),
    ])
      expect(await refusalOf(ours())).toMatchObject({ status: 403, code: "FORBIDDEN" });
    // What is for the whole practice takes no account, so it is refused before anything is said.
    for (const practiceWide of [
      () => ann.request.queue.query({}),
      () => ann.request.backlog.query({}),
      () => ann.request.promises.query({}),
    ])
      expect(["FORBIDDEN", "NOT_FOUND"]).toContain((await refusalOf(practiceWide())).code);
    const inAnotherName = ann.request.submit.mutate({ account, title: "Backdated", on: "2024-05-01" });
    expect(await refusalOf(inAnotherName)).toMatchObject({ code: "FORBIDDEN" });
    expect(await ann.request.withdraw.mutate({ ...which, reason: "Solved" })).toMatchObject({ state: "withdrawn" });
    expect((await api.request.queue.query({})).items).toEqual([]);
  });

  test("REQ-1: the queue of all accounts is told a page at a time, longest waiting first, followed-up ones last", async () => {
    const [practice, api] = await begin();
    on(practice, "2024-06-10");
    const asked = [
      await submit(api, "Third", { on: "2024-06-07" }),
      await submit(api, "First", { on: "2024-06-03" }),
      await submit(api, "Second", { account: "beta", on: "2024-06-05" }),
      await submit(api, "Followed up", { on: "2024-06-01" }),
    ];
    await api.request.followUp.mutate({ account, request: asked[3]?.id ?? "", note: "Called" });
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.request.queue.query({ limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      titles.push(...page.items.map(({ title, followUp }) => `${title}: ${followUp.state}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(titles).toEqual(["First: late", "Second: amber", "Third: on-time", "Followed up: late"]);
    expect((await api.request.backlog.query({ limit: 3 })).items).toHaveLength(3);
    expect((await api.request.promises.query({ since: "2024-06-05" })).followUp).toMatchObject({ missed: 0, open: 2 });
    expect((await api.request.promises.query({})).followUp).toMatchObject({ kept: 0, missed: 2, open: 2 });
  });

  test("REQ-4, PROD-2: becomes what there is already, or something that is no deliverable, or is declined with a reason", async () => {
    const [practice, api] = await begin();
    const one = async () => ({ account, request: (await submit(api, "One more")).id });
    await api.deliverable.add.mutate({ account, name: "Price breaks" });
    expect(
      (await api.request.accept.mutate({ ...(await one()), as: "deliverable", deliverable: "price-breaks" }))
        .acceptance,
    ).toEqual({ as: "deliverable", reference: "price-breaks" });
    const unknown = api.request.accept.mutate({ ...(await one()), as: "deliverable", deliverable: "nothing" });
    expect(await refusalOf(unknown)).toMatchObject({ code: "NOT_FOUND" });
    const taken = api.request.accept.mutate({ ...(await one()), as: "deliverable", id: "price-breaks" });
    expect(await refusalOf(taken)).toMatchObject({ status: 409, code: "DELIVERABLE_EXISTS" });
    for (const as of ["allowance-work", "package", "support-ticket", "product-bug"] as const)
      expect(await api.request.accept.mutate({ ...(await one()), as, reference: "T-100" })).toMatchObject({
        acceptance: { as, reference: "T-100" },
        startedOn: null,
      });
    const mixed = api.request.accept.mutate({ ...(await one()), as: "package", deliverable: "price-breaks" });
    expect(await refusalOf(mixed)).toMatchObject({ code: "MALFORMED", issues: [{ path: "deliverable" }] });
    const bug = await api.request.accept.mutate({ ...(await one()), as: "product-bug" });
    const item = bug.acceptance?.reference ?? "";
    expect(await practice.store.read((books) => books.productItems.find(account, item))).toMatchObject({
      kind: "bug",
      title: "One more",
      state: "requested",
      blocks: false,
    });
    expect(
      (await api.request.accept.mutate({ ...(await one()), as: "product-bug", productItem: item })).acceptance,
    ).toEqual({ as: "product-bug", reference: item });
    const declined = await one();
    expect(await api.request.decline.mutate({ ...declined, reason: "The platform does it" })).toMatchObject({
      state: "declined",
      reason: "The platform does it",
    });
    const again = api.request.accept.mutate({ ...declined, as: "deliverable" });
    expect(await refusalOf(again)).toMatchObject({ code: "REQUEST_DECIDED", clause: "REQ-4" });
    expect((await api.deliverable.list.query({ account })).items).toHaveLength(1);
  });

  test("REQ-4: said twice, a request is submitted, accepted and made into a deliverable once", async () => {
    const [practice] = await begin();
    const keyed = practice.local({ key: "portal-1" });
    const asked = await submit(keyed, "Price breaks");
    expect(await submit(keyed, "Price breaks")).toEqual(asked);
    const api = practice.local();
    const same = api.request.submit.mutate({ account, title: "Another", id: asked.id });
    expect(await refusalOf(same)).toMatchObject({ status: 409, code: "REQUEST_EXISTS" });
    const accept = () => api.request.accept.mutate({ account, request: asked.id, as: "deliverable" });
    const accepted = await accept();
    expect(await accept()).toEqual(accepted);
    expect((await api.deliverable.list.query({ account })).items).toHaveLength(1);
    const { items } = await api.journal.list.query({ stream: account });
    expect(items.map(({ type }) => type)).toEqual(["request.accepted", "request.submitted", "account.opened"]);
    const tried = practice.local({ dryRun: true });
    expect((await submit(tried, "Only tried")).state).toBe("submitted");
    expect((await api.request.list.query({ account })).items).toHaveLength(1);
  });

  test("REQ-1: nothing is dated after today or before the last move", async () => {
    const [, api] = await begin();
    expect(await refusalOf(submit(api, "Tomorrow", { on: "2024-06-04" }))).toMatchObject({ code: "DATED_AFTER_TODAY" });
    const { id: request } = await submit(api, "Today");
    const early = api.request.followUp.mutate({ account, request, note: "Called", on: "2024-06-02" });
    expect(await refusalOf(early)).toMatchObject({ code: "REQUEST_MOVED_LATER" });
  });

  test("REQ-1, REQ-3: a promise goes by the policy of the day it was made", async () => {
    const [practice, api] = await begin();
    const asked = await submit(api, "Under the old policy");
    const requests = {
      amberAfterBusinessDays: 0,
      lateAfterBusinessDays: 0,
      startWindows: { ...defaultPolicy.requests.startWindows, small: { from: 1, to: 1, unit: "weeks" as const } },
    };
    const policy = { ...defaultPolicy, requests, holidays: ["2024-06-05"] };
    await api.policy.adopt.mutate({ policy, from: "2024-06-04" });
    on(practice, "2024-06-06");
    const later = await submit(api, "Under the new one", { on: "2024-06-04" });
    const clocks = (await api.request.queue.query({})).items.map(({ followUp }) => [
      followUp.state,
      followUp.businessDays,
    ]);
    expect(clocks).toEqual([
      ["amber", 3],
      ["late", 1],
    ]);
    const sized = await api.request.triage.mutate({ account, request: asked.id, size: "small" });
    expect(sized.expectedStart).toMatchObject({ from: "2024-06-13", to: "2024-06-13" });
    expect(later.followUp.dueOn).toBe("2024-06-04");
  });
});
