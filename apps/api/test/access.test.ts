import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Role, TeamRole } from "../src/access/roles.ts";
import { newSignInLink } from "../src/access/sign-in.ts";
import { appRouter } from "../src/router.ts";
import { openPractice, type Practice, personOf, refusalOf, refusalsOf } from "./practice.ts";
import { type Procedure, proceduresOf } from "./procedures.ts";

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
  await practice.local().account.open.mutate({ name: "Acme", id: "acme" });
});
afterAll(() => practice.close());

const procedures = proceduresOf(appRouter);
const namesOf = (all: readonly Procedure[]) => all.map(({ path, ...rest }) => [path, rest] as const);

/** The status and refusal of a call with an empty input. */
async function call({ path, type }: Pick<Procedure, "path" | "type">, headers: Record<string, string>) {
  const answer = await fetch(`${practice.address}/trpc/${path}${type === "query" ? "?input={}" : ""}`, {
    method: type === "query" ? "GET" : "POST",
    headers: { ...headers, ...(type === "mutation" ? { "content-type": "application/json" } : {}) },
    ...(type === "mutation" ? { body: "{}" } : {}),
  });
  const body: { error?: { data: { refusal: { code: string } } } } = JSON.parse(await answer.text());
  return { status: answer.status, code: body.error?.data.refusal.code };
}

describe("a sign-in link", () => {
  const open = (link: string) => fetch(`${practice.address}/sign-in/${link}`, { redirect: "manual" });
  const link = () =>
    newSignInLink(practice.store, { name: "Ann", role: "finance" }, Date.parse("2024-01-08T12:00:00Z"));

  test("opens a session that knows who it is, and works once", async () => {
    const secret = await link();
    const first = await open(secret);
    expect(first.headers.get("location")).toBe("/");
    const cookie = first.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^cimpro_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/);
    const headers = { cookie: cookie.split(";", 1)[0] ?? "" };
    expect(await practice.anyone(headers).session.me.query()).toMatchObject({ name: "Ann", role: "finance" });

    const second = await open(secret);
    expect(second.headers.get("location")).toBe("/sign-in?link=expired");
    expect(second.headers.get("set-cookie")).toBeNull();
  });

  test("opens one session when it is used twice at once", async () => {
    const secret = await link();
    const answers = await Promise.all(Array.from({ length: 6 }, () => open(secret)));
    expect(answers.filter(({ headers }) => headers.has("set-cookie"))).toHaveLength(1);
  });

  test("is refused when nobody made it, and a day after it was made", async () => {
    expect((await open("nobody-made-this")).headers.get("location")).toBe("/sign-in?link=expired");
    const secret = await link();
    practice.on("2024-01-10");
    expect((await open(secret)).headers.get("location")).toBe("/sign-in?link=expired");
    practice.on("2024-01-08");
  });
});

describe("a session", () => {
  test("ends when its owner signs out, and after thirty days", async () => {
    const headers = await practice.session("finance");
    const api = practice.anyone(headers);
    expect(await api.session.signOut.mutate()).toEqual({ signedOut: true });
    expect(await refusalOf(api.session.me.query())).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });

    const other = practice.anyone(await practice.session("finance"));
    practice.on("2024-02-07");
    expect(await refusalOf(other.session.me.query())).toMatchObject({ code: "UNAUTHENTICATED" });
    practice.on("2024-01-08");
    expect(await other.session.me.query()).toMatchObject({ role: "finance" });
  });

  test("stays when signing out is only tried", async () => {
    const headers = await practice.session("finance");
    await practice.anyone({ ...headers, "cimpro-dry-run": "1" }).session.signOut.mutate();
    expect(await practice.anyone(headers).session.me.query()).toMatchObject({ role: "finance" });
  });
});

describe("an API token", () => {
  test("is its owner until it is revoked or expires; only its hash is kept", async () => {
    const admin = await practice.as("admin");
    const made = await admin.token.create.mutate({ name: "script", role: "coordinator", expiresOn: "2024-01-09" });
    const api = practice.anyone({ authorization: `Bearer ${made.token}` });
    expect(await api.session.me.query()).toMatchObject({ name: "script", role: "coordinator" });
    const kept = await practice.store.read((books) => books.access.tokens());
    expect(JSON.stringify(kept)).not.toContain(made.token);
    const journal = await practice.store.read((books) => books.journal.list({ limit: 500 }));
    expect(JSON.stringify(journal)).not.toContain(made.token);

    practice.on("2024-01-10");
    expect(await refusalOf(api.session.me.query())).toMatchObject({ code: "UNAUTHENTICATED" });
    practice.on("2024-01-08");
    await admin.token.revoke.mutate({ id: made.id });
    expect(await refusalOf(api.session.me.query())).toMatchObject({ status: 401 });
    expect((await admin.token.list.query()).items.find(({ id }) => id === made.id)?.revokedAt).not.toBeNull();
  });

  test("that nobody made is no sign-in, whatever the cookie says", async () => {
    const headers = await practice.session("admin");
    const api = practice.anyone({ ...headers, authorization: `Bearer ${"x".repeat(43)}` });
    expect(await refusalOf(api.session.me.query())).toMatchObject({ status: 401 });
  });
});

describe("ROLE-5: over the wire", () => {
  // What is told as it happens is asked for otherwise.
  const closed = procedures.filter(({ roles, type }) => roles !== "anyone" && type !== "subscription");

  test.each(namesOf(closed))(
    "%s refuses whoever is not signed in, before it looks at the input",
    async (path, { type }) => {
      expect(await call({ path, type }, {})).toEqual({ status: 401, code: "UNAUTHENTICATED" });
    },
  );

  test("what is open to anyone is little, and known", () => {
    const open = procedures.filter(({ roles }) => roles === "anyone").map(({ path }) => path);
    expect(open.toSorted()).toEqual([
      "document.quote",
      "invitation.accept",
      "invitation.show",
      "offer.show",
      "password.requestReset",
      "password.reset",
      "password.showReset",
      "session.demoPeople",
      "session.signIn",
      "session.signInAsDemo",
    ]);
  });
});

describe("ROLE-5: what the roles may do", () => {
  const entry = { account: "acme", on: "2024-01-08", minutes: 30 };

  test("a consultant keeps the time of nobody else", async () => {
    const consultant = await practice.as("consultant");
    const coordinator = await practice.as("coordinator");
    const { entry: own } = await consultant.time.log.mutate(entry);
    expect(own.worker).toBe(personOf("consultant"));
    const { entry: others } = await coordinator.time.log.mutate({ ...entry, worker: "Bob" });
    const target = { account: "acme", entry: others.id };

    const attempts = [
      consultant.time.log.mutate({ ...entry, worker: "Bob" }),
      consultant.time.amend.mutate({ ...target, minutes: 10 }),
      consultant.time.amend.mutate({ account: "acme", entry: own.id, worker: "Bob" }),
      consultant.time.reverse.mutate(target),
      consultant.time.log.mutate({ ...entry, override: "I want to" }),
    ];
    for (const refused of await refusalsOf(attempts))
      expect(refused).toMatchObject({ status: 403, code: "FORBIDDEN", clause: "ROLE-5" });

    expect((await consultant.time.amend.mutate({ account: "acme", entry: own.id, minutes: 45 })).entry.minutes).toBe(
      45,
    );
    expect((await coordinator.time.amend.mutate({ ...target, minutes: 10 })).entry.minutes).toBe(10);
  });

  test.each([
    ["finance", "coordinator"],
    ["consultant", "coordinator"],
    ["developer", "admin"],
  ] as const)("%s may do less than %s", async (lesser, greater) => {
    const open = (role: Role) => procedures.filter(({ roles }) => roles?.includes(role)).map(({ path }) => path);
    expect(open(greater)).toEqual(expect.arrayContaining(open(lesser)));
    expect(open(greater).length).toBeGreaterThan(open(lesser).length);
  });

  test.each([
    ["policy.adopt", ["admin"]],
    ["token.create", ["admin"]],
    ["allowance.buy", ["admin", "coordinator"]],
    ["time.writeOff", ["admin", "coordinator"]],
    ["invoice.run", ["admin", "coordinator", "finance"]],
    ["payment.record", ["admin", "coordinator", "finance"]],
    ["time.log", TeamRole.options],
    ["statement.show", Role.options],
  ])("%s is for %j", (path, roles) => {
    expect(procedures.find((procedure) => procedure.path === path)?.roles).toEqual(roles);
  });
});
