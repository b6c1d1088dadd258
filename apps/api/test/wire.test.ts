import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPractice, type Practice, refusalOf } from "./practice.ts";

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
  await practice.local().account.open.mutate({ name: "Acme", id: "acme" });
});
afterAll(() => practice.close());

const work = { account: "acme", on: "2024-01-03", minutes: 60, worker: "Ann" };

/** What a POST of raw bytes to a procedure comes to. */
async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${practice.address}/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(await practice.session("admin")), ...headers },
    body,
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe("a refusal over the wire", () => {
  test("INV-5: says its code, sentence, clause and facts, with a proper status", async () => {
    const api = await practice.as("coordinator");
    const { invoice } = await api.allowance.buy.mutate({ account: "acme", kind: "lump-sum", minutes: 600 });
    practice.on("2024-01-09");
    const refusal = await refusalOf(api.time.log.mutate({ ...work, on: "2024-01-09" }));
    expect(refusal).toMatchObject({
      status: 422,
      code: "WORK_STOPPED",
      clause: "INV-5",
      details: { account: "acme", since: "2024-01-09", on: "2024-01-09", invoices: [invoice?.number] },
    });
    expect(refusal.message).toContain("is past due");
    await api.invoice.void.mutate({ number: invoice?.number ?? "" });
    practice.on("2024-01-08");
  });

  test.each([
    ["an account that nobody opened", 404, "NOT_FOUND", { account: "nobody" }],
    ["work before 1970", 422, "WORK_DATE_OUT_OF_RANGE", { on: "1969-12-31" }],
    ["work more than a year ahead", 422, "WORK_DATE_OUT_OF_RANGE", { on: "2025-06-01" }],
  ])("%s: %i %s", async (_what, status, code, change) => {
    const api = await practice.as("coordinator");
    expect(await refusalOf(api.time.log.mutate({ ...work, ...change }))).toMatchObject({ status, code });
  });

  test("is the same in process, in a batch and alone", async () => {
    const calls = [practice.local(), await practice.as("admin"), practice.anyone(await practice.session("admin"))];
    const refusals = await Promise.all(calls.map((api) => refusalOf(api.account.show.query({ account: "nobody" }))));
    expect(new Set(refusals.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  test("of one call in a batch leaves the others alone", async () => {
    const api = practice.anyone(await practice.session("admin"));
    const [good, bad] = await Promise.allSettled([
      api.account.show.query({ account: "acme" }),
      api.account.show.query({ account: "nobody" }),
    ]);
    expect([good.status, bad.status]).toEqual(["fulfilled", "rejected"]);
  });

  test("never tells what went wrong inside", async () => {
    const api = await practice.as("admin");
    const broken = practice.store.read;
    const failing = { read: () => Promise.reject(new Error("secret path of the server")) };
    Object.assign(practice.store, failing);
    const refusal = await refusalOf(api.account.list.query({}));
    Object.assign(practice.store, { read: broken });
    expect(refusal).toMatchObject({ status: 500, code: "OUR_FAULT" });
    expect(JSON.stringify(refusal)).not.toContain("secret");
  });
});

describe("malformed input", () => {
  test("is told with the path of every fault", async () => {
    const api = await practice.as("admin");
    const attempt = api.time.import.mutate({
      createMissing: true,
      entries: [
        {
          id: "no-uuid",
          source: "x",
          externalId: "1",
          account: "acme",
          deliverable: null,
          worker: "Ann",
          on: "2024-02-30",
          minutes: 1441,
          note: "",
          billable: true,
          settledElsewhere: false,
        },
      ],
    });
    const { issues, ...refusal } = await refusalOf(attempt);
    expect(refusal).toMatchObject({ status: 400, code: "MALFORMED" });
    expect(issues?.map(({ path }) => path)).toEqual(["entries.0.id", "entries.0.on", "entries.0.minutes"]);
  });

  test.each([
    ["no JSON at all", "{", 400],
    ["another shape", "[]", 400],
    ["a lone surrogate", JSON.stringify({ name: "\ud800" }), 400],
    ["a NUL character", JSON.stringify({ name: "a\0b" }), 400],
  ])("%s is 400 and MALFORMED", async (_what, body, status) => {
    const answer = await post("account.open", body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { data: { refusal: { code: "MALFORMED" } } } });
  });

  test.each([
    ["an empty key", { "idempotency-key": "" }, "idempotency-key"],
    ["a key of 201 characters", { "idempotency-key": "k".repeat(201) }, "idempotency-key"],
    ["a day the calendar does not have", { "cimpro-today": "2024-02-30" }, "cimpro-today"],
  ])("%s is told as such", async (_what, headers, path) => {
    const { status, text } = await post("account.open", "{}", headers);
    expect(status).toBe(400);
    expect(JSON.parse(text).error.data.refusal).toMatchObject({ code: "MALFORMED", issues: [{ path }] });
  });

  test("an unknown procedure is 404", async () => {
    const { status, text } = await post("account.close", "{}");
    expect(status).toBe(404);
    expect(JSON.parse(text).error.data.refusal).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("an idempotency key", () => {
  const key = () => randomUUID();

  test("gives the first answer again, however often and at once", async () => {
    const api = await practice.as("admin", { key: key() });
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.time.log.mutate(work)));
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    expect(answers[7]).toEqual(answers[0]);
    expect(await api.time.log.mutate({ ...work })).toEqual(answers[0]);
  });

  test("of another input is a conflict", async () => {
    const used = key();
    const api = await practice.as("admin", { key: used });
    await api.time.log.mutate(work);
    expect(await refusalOf(api.time.log.mutate({ ...work, minutes: 61 }))).toMatchObject({
      status: 409,
      code: "KEY_REUSED",
      details: { key: used },
    });
    expect(await refusalOf(api.payment.record.mutate({ account: "acme", amount: 1 }))).toMatchObject({
      code: "KEY_REUSED",
    });
  });

  test("is one person's own", async () => {
    const used = key();
    const [one, other] = [await practice.as("admin", { key: used }), await practice.as("coordinator", { key: used })];
    const [first, second] = [await one.time.log.mutate(work), await other.time.log.mutate(work)];
    expect(first.entry.id).not.toBe(second.entry.id);
  });

  test("of a refused command is free again", async () => {
    const api = await practice.as("admin", { key: key() });
    await refusalOf(api.time.log.mutate({ ...work, on: "1969-01-01" }));
    expect((await api.time.log.mutate(work)).entry.minutes).toBe(60);
  });

  test("of a dry run is not used up", async () => {
    const used = key();
    await (await practice.as("admin", { key: used, dryRun: true })).time.log.mutate(work);
    const api = await practice.as("admin", { key: used });
    expect((await api.time.log.mutate({ ...work, minutes: 5 })).entry.minutes).toBe(5);
  });

  test("keeps a payment from being recorded twice", async () => {
    const api = await practice.as("finance", { key: key() });
    const pay = () => api.payment.record.mutate({ account: "acme", amount: 500 });
    const [first, second] = [await pay(), await pay()];
    expect(second).toEqual(first);
    const { items } = await api.payment.list.query({ account: "acme" });
    expect(items.filter(({ amount }) => amount === 500)).toHaveLength(1);
  });
});

describe("an entry's own id", () => {
  test("makes saying it twice harmless, and another fact under it a conflict", async () => {
    const api = await practice.as("admin");
    const id = randomUUID();
    const first = await api.time.log.mutate({ ...work, id });
    expect((await api.time.log.mutate({ ...work, id })).entry).toEqual(first.entry);
    expect(await refusalOf(api.time.log.mutate({ ...work, id, minutes: 5 }))).toMatchObject({
      status: 409,
      code: "ENTRY_EXISTS",
    });
  });

  test("does the same for a payment", async () => {
    const api = await practice.as("finance");
    const paid = { account: "acme", amount: 700, id: randomUUID(), on: "2024-01-05", note: "Cheque 12" };
    const first = await api.payment.record.mutate(paid);
    expect(await api.payment.record.mutate(paid)).toEqual(first);
    for (const change of [{ amount: 701 }, { on: "2024-01-06" }, { note: "Cheque 13" }])
      expect(await refusalOf(api.payment.record.mutate({ ...paid, ...change }))).toMatchObject({
        status: 409,
        code: "PAYMENT_EXISTS",
      });
  });
});

describe("the business day", () => {
  test("is chosen by admins only", async () => {
    const today = "2024-02-01";
    expect(await (await practice.as("admin", { today })).session.me.query()).toMatchObject({ today });
    for (const role of ["coordinator", "finance", "consultant", "developer"] as const)
      expect(await refusalOf((await practice.as(role, { today })).session.me.query())).toMatchObject({
        status: 403,
        code: "FORBIDDEN",
      });
  });

  test("is the account's own, where its clock is ahead", async () => {
    const api = await practice.as("admin");
    await api.account.open.mutate({ name: "Kiribati Supply", id: "kiribati", timeZone: "Pacific/Kiritimati" });
    expect((await api.account.show.query({ account: "kiribati" })).openedOn).toBe("2024-01-09");
    const { entry } = await api.time.log.mutate({ account: "kiribati", minutes: 5 });
    expect(entry.on).toBe("2024-01-09");
  });
});

describe("a dry run", () => {
  test("works everything out and keeps nothing", async () => {
    const before = await practice.local().books.verify.query();
    const dry = await practice.as("admin", { dryRun: true });
    const real = await practice.as("admin");
    expect((await dry.account.open.mutate({ name: "Ghost" })).id).toBe("ghost");
    expect(await refusalOf(real.account.show.query({ account: "ghost" }))).toMatchObject({ status: 404 });
    expect((await dry.time.log.mutate(work)).cover.open).toBe(60);
    const bought = await dry.allowance.buy.mutate({ account: "acme", kind: "lump-sum", minutes: 600 });
    expect(bought.invoice?.total).toBe(235_000);
    await dry.payment.record.mutate({ account: "acme", amount: 5 });
    await dry.practice.set.mutate({ name: "Another name" });
    expect((await dry.invoice.run.mutate({ through: "2024-01-07" })).invoices).toEqual([]);
    const row = { ...work, id: randomUUID(), source: "t", externalId: "1", deliverable: "Site", note: "" };
    const rows = [{ ...row, account: "New one", billable: true, settledElsewhere: false }];
    expect(await dry.time.import.mutate({ createMissing: true, entries: rows })).toMatchObject({ accepted: 1 });
    expect(await practice.local().books.verify.query()).toEqual(before);
  });
});

describe("the server", () => {
  test("refuses writes that another site's page sends", async () => {
    const foreign: readonly Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of foreign)
      expect(await post("account.open", '{"name":"Evil"}', headers)).toMatchObject({ status: 403 });
    const own = { origin: practice.address, "sec-fetch-site": "same-origin" };
    expect((await post("practice.set", "{}", own)).status).toBe(200);
  });

  test("takes JSON only", async () => {
    expect((await post("account.open", "name=Evil", { "content-type": "text/plain" })).status).toBe(415);
    expect((await post("practice.set", "{}", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(
      415,
    );
  });

  test("never changes anything on a GET", async () => {
    const headers = await practice.session("admin");
    const answer = await fetch(`${practice.address}/trpc/account.open?input={"name":"Got"}`, { headers });
    expect(answer.status).toBe(405);
    expect(await refusalOf(practice.local().account.show.query({ account: "got" }))).toMatchObject({ status: 404 });
  });

  test("refuses a body above four megabytes, with an error that clients can read", async () => {
    const { status, text } = await post("account.open", JSON.stringify({ name: "x".repeat(4 * 1024 * 1024) }));
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ error: { data: { refusal: { code: "MALFORMED" } } } });
  });

  test("refuses more than twenty calls in one request", async () => {
    const headers = await practice.session("admin");
    const batch = (count: number) =>
      fetch(`${practice.address}/trpc/${Array(count).fill("session.me").join(",")}?batch=1&input={}`, { headers });
    expect((await batch(20)).status).toBe(200);
    expect((await batch(21)).status).toBe(400);
  });

  test.each(["/healthz", "/trpc/session.me", "/nowhere", "/sign-in/none"])(
    "protects the answer of %s",
    async (path) => {
      const { headers } = await fetch(practice.address + path, { redirect: "manual" });
      expect(headers.get("content-security-policy")).toMatch(
        /default-src 'self'.*script-src 'self';.*frame-ancestors 'none'/,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("x-powered-by")).toBeNull();
    },
  );

  test("is healthy and ready", async () => {
    expect((await fetch(`${practice.address}/healthz`)).status).toBe(200);
    expect((await fetch(`${practice.address}/readyz`)).status).toBe(200);
  });

  test("lets nobody ask in the name of another host's page", async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request(
        `${practice.address}/trpc/account.open`,
        { method: "POST", headers: { "content-type": "application/json", origin: "http://evil.example" } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      asked.once("error", reject).end("{}");
    });
    expect(status).toBe(403);
  });
});
