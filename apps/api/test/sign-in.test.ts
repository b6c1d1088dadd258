import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "../src/access/roles.ts";
import { firstAdmin, newSignInLink } from "../src/access/sign-in.ts";
import type { Api } from "./client.ts";
import { openPractice, type Practice, refusalOf, refusalsOf } from "./practice.ts";

const start = Date.parse("2024-01-08T12:00:00Z");
const password = "a long enough password";
let practice: Practice;
let admin: Api;
let clock = start;

beforeAll(async () => {
  practice = await openPractice();
  admin = practice.local();
  for (const id of ["acme", "zeta"]) await admin.account.open.mutate({ name: id, id });
});
afterAll(() => practice.close());
// Each test is a day of its own, so that none is throttled for another's failures.
beforeEach(() => later(2 * 24 * 3600));

const later = (seconds: number): void => {
  clock += seconds * 1000;
  practice.on(new Date(clock).toISOString());
};

interface Told {
  readonly status: number;
  readonly cookie: string;
  readonly text: string;
  readonly data: Record<string, unknown>;
  readonly code: string | undefined;
}

/** A call as a browser makes it: what comes back, with the cookie that it sets. */
async function post(path: string, input: unknown, headers: Record<string, string> = {}): Promise<Told> {
  const answer = await fetch(`${practice.address}/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": "Test browser", ...headers },
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  const body = JSON.parse(text);
  return {
    status: answer.status,
    cookie: answer.headers.getSetCookie().find((each) => each.includes("_session=")) ?? "",
    text,
    data: body.result?.data,
    code: body.error?.data.refusal.code,
  };
}

const as = (cookie: string) => practice.anyone({ cookie: cookie.split(";", 1)[0] ?? "" });
const signIn = (email: string, given = password, code?: string) =>
  post("session.signIn", { email, password: given, ...(code === undefined ? {} : { code }) });

/** The secret of the link that somebody was sent last. */
async function linkFor(email: string): Promise<string> {
  const { items } = await admin.message.list.query({});
  // The next message is a later one.
  later(1);
  const link = items.find(({ to, link }) => to.email === email && link !== null)?.link ?? "";
  return link.split("#")[1] ?? "";
}

let people = 0;
/** Somebody who was invited and came. */
async function person(role: Role = "coordinator", account?: string) {
  people += 1;
  const email = `person-${people}@example.com`;
  const user = await admin.user.invite.mutate({ name: `Person ${people}`, email, role, ...(account && { account }) });
  const joined = await post("invitation.accept", { link: await linkFor(email), password });
  return { id: user.id, email, cookie: joined.cookie, joined };
}

describe("an invitation", () => {
  test("lets in whoever has its link, with a password of their own, once and for seven days", async () => {
    await admin.user.invite.mutate({
      name: "Ada",
      email: "Ada@Acme.example ",
      role: "program-manager",
      account: "acme",
    });
    const link = await linkFor("ada@acme.example");
    expect(await practice.anyone().invitation.show.query({ link })).toEqual({
      ...{ name: "Ada", email: "ada@acme.example", role: "program-manager", account: "acme" },
      practice: expect.any(String),
    });
    expect(await signIn("ada@acme.example")).toMatchObject({ status: 401, code: "SIGN_IN_REFUSED" });
    expect((await post("invitation.accept", { link, password: "short" })).code).toBe("MALFORMED");
    const joined = await post("invitation.accept", { link, name: "Ada L.", password });
    expect(joined.cookie).toMatch(/^cimpro_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/);
    expect(await as(joined.cookie).session.me.query()).toMatchObject({
      ...{ name: "Ada L.", role: "program-manager", account: { id: "acme", name: "acme" } },
      user: { email: "ada@acme.example", hasPassword: true, hasSecondStep: false },
    });
    expect((await post("invitation.accept", { link, password })).code).toBe("LINK_EXPIRED");
    expect((await signIn("ADA@acme.example")).status).toBe(200);
  });

  test("again is for whoever may edit them: a program manager lowers nobody who is to hold the budget", async () => {
    const ask = { name: "Gi", email: "gi@example.com", account: "acme" };
    const { id } = await admin.user.invite.mutate({ ...ask, role: "program-manager" });
    const { token } = await admin.token.create.mutate({ name: "pm", role: "program-manager", account: "acme" });
    const manager = practice.anyone({ authorization: `Bearer ${token}` });
    const attempts = [
      manager.user.edit.mutate({ user: id, role: "member" }),
      manager.user.invite.mutate({ ...ask, role: "member" }),
      manager.user.invite.mutate({ ...ask, name: "Other", role: "project-manager" }),
    ];
    for (const refusal of await refusalsOf(attempts)) expect(refusal).toMatchObject({ code: "FORBIDDEN" });
    expect((await admin.user.list.query({ account: "acme" })).items.find((user) => user.id === id)).toMatchObject({
      ...{ name: "Gi", role: "program-manager" },
    });
    const other = { name: "Hu", email: "hu@example.com", account: "acme" };
    await manager.user.invite.mutate({ ...other, role: "member" });
    expect(await manager.user.invite.mutate({ ...other, role: "project-manager" })).toMatchObject({
      role: "project-manager",
    });
  });

  test("is too old after seven days, and made useless by the next one", async () => {
    const ask = { name: "Bo", email: "bo@example.com", role: "finance" as const };
    await admin.user.invite.mutate(ask);
    const first = await linkFor(ask.email);
    await admin.user.invite.mutate(ask);
    const second = await linkFor(ask.email);
    expect(second).not.toBe(first);
    expect((await post("invitation.accept", { link: first, password })).code).toBe("LINK_EXPIRED");
    later(7 * 24 * 3600 + 1);
    expect((await post("invitation.accept", { link: second, password })).code).toBe("LINK_EXPIRED");
  });

  test("is taken by one of several who try at once", async () => {
    await admin.user.invite.mutate({ name: "Cy", email: "cy@example.com", role: "finance" });
    const link = await linkFor("cy@example.com");
    const tries = await Promise.all(Array.from({ length: 4 }, () => post("invitation.accept", { link, password })));
    expect(tries.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422]);
  });

  test("ROLE-5: a program manager invites to their own account, and learns nothing of people elsewhere", async () => {
    const elsewhere = await person("member", "zeta");
    const { cookie } = await person("program-manager", "acme");
    const manager = as(cookie);
    const ask = { name: "Eve", role: "member" as const, account: "acme" };
    const invited = await manager.user.invite.mutate({ ...ask, email: elsewhere.email });
    expect(invited).toMatchObject({ account: "acme", state: "invited" });
    // Only whoever reads that mail learns that one sign-in is enough.
    const link = await linkFor(elsewhere.email);
    expect((await post("invitation.accept", { link, password })).code).toBe("EMAIL_TAKEN");
    expect((await manager.message.list.query({ account: "acme" })).items.map(({ kind }) => kind)).toContain(
      "invitation",
    );
    const attempts = [
      manager.user.invite.mutate({ ...ask, email: "pm@example.com", role: "program-manager" }),
      manager.user.edit.mutate({ account: "acme", user: invited.id, email: "mine@example.com" }),
    ];
    for (const refused of await refusalsOf(attempts)) expect(refused).toMatchObject({ code: "FORBIDDEN" });
    const other = { account: "acme", user: elsewhere.id };
    const none = { account: "acme", user: "nobody" };
    expect(await refusalOf(manager.user.disable.mutate(other))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusalOf(manager.user.disable.mutate(none))).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("signing in", () => {
  test("answers an unknown email, a wrong password and a disabled user alike", async () => {
    const known = await person();
    const gone = await person();
    await admin.user.disable.mutate({ user: gone.id });
    const told = [
      await signIn(known.email, "not the password"),
      await signIn("nobody@example.com"),
      await signIn(gone.email),
    ];
    expect(new Set(told.map(({ text }) => text)).size).toBe(1);
    expect(told[0]).toMatchObject({ status: 401, code: "SIGN_IN_REFUSED", cookie: "" });
  });

  test("takes about as long for an unknown email as for a known one", async () => {
    const known = await person();
    const spent = async (email: string) => {
      later(24 * 3600 + 1);
      const begun = performance.now();
      await signIn(email, "not the password");
      return performance.now() - begun;
    };
    // A busy machine only ever adds: taken in turn, the quickest of each shows the work itself.
    let [unknown, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let time = 0; time < 12; time += 1) {
      unknown = Math.min(unknown, await spent("nobody@example.com"));
      right = Math.min(right, await spent(known.email));
    }
    expect(unknown).toBeGreaterThan(right / 3);
    expect(right).toBeGreaterThan(unknown / 3);
  });

  test("waits longer after each failure, also when many try at once, and for nobody else", async () => {
    const [known, other] = [await person(), await person()];
    const codes = async (times: number) =>
      (await Promise.all(Array.from({ length: times }, () => signIn(known.email, "a guess")))).map(({ code }) => code);
    const first = await codes(12);
    expect(first.filter((code) => code === "SIGN_IN_REFUSED")).toHaveLength(5);
    expect(first.filter((code) => code === "TOO_MANY_ATTEMPTS")).toHaveLength(7);
    // Even the right password waits.
    expect(await signIn(known.email)).toMatchObject({ status: 429, code: "TOO_MANY_ATTEMPTS" });
    expect((await signIn(other.email)).status).toBe(200);
    later(1);
    expect(await codes(2)).toContain("SIGN_IN_REFUSED");
    later(1);
    expect((await signIn(known.email)).code).toBe("TOO_MANY_ATTEMPTS");
    later(1);
    expect((await signIn(known.email)).status).toBe(200);
    expect(await codes(1)).toEqual(["SIGN_IN_REFUSED"]);
  });

  test("is refused to pages of other sites", async () => {
    const { email } = await person();
    const foreign = await fetch(`${practice.address}/trpc/session.signIn`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://elsewhere.example" },
      body: JSON.stringify({ email, password }),
    });
    await foreign.text();
    expect(foreign.status).toBe(403);
    expect(foreign.headers.get("set-cookie")).toBeNull();
  });

  test("keeps no password, only an argon2id hash that no procedure shows", async () => {
    const { id, cookie } = await person();
    const row = await practice.store.read((books) => books.users.secretsOf(id));
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const journal = await practice.store.read((books) => books.journal.list({ limit: 500 }));
    const shown = JSON.stringify([journal, await as(cookie).session.me.query(), await admin.user.list.query({})]);
    expect(shown).not.toContain("argon2id");
    expect(shown).not.toContain(password);
  });
});

describe("sessions", () => {
  test("are listed and ended one by one, or all others at once", async () => {
    const { email } = await person();
    const cookies = [];
    for (let time = 0; time < 3; time += 1) {
      later(1);
      cookies.push((await signIn(email)).cookie);
    }
    const [first = "", second = "", third = ""] = cookies;
    const { items } = await as(third).session.list.query();
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({ current: true, userAgent: "Test browser" });
    await as(third).session.revoke.mutate({ session: items[1]?.id ?? "" });
    expect(await refusalOf(as(second).session.me.query())).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await as(third).session.revoke.mutate({ session: "others" })).toEqual({ revoked: 2 });
    expect(await refusalOf(as(first).session.me.query())).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await as(third).session.me.query()).toMatchObject({ role: "coordinator" });
  });

  test("of one user are nothing that another can end", async () => {
    const [one, other] = [await person(), await person()];
    const [session] = (await as(other.cookie).session.list.query()).items;
    const attempt = as(one.cookie).session.revoke.mutate({ session: session?.id ?? "" });
    expect(await refusalOf(attempt)).toMatchObject({ code: "NOT_FOUND" });
    expect(await as(other.cookie).session.me.query()).toMatchObject({ role: "coordinator" });
  });

  test("stand for their user as they are now, and end when that is disabled", async () => {
    const { id, cookie } = await person("consultant");
    await admin.user.edit.mutate({ user: id, role: "finance", name: "Fin" });
    expect(await as(cookie).session.me.query()).toMatchObject({ role: "finance", name: "Fin" });
    await admin.user.disable.mutate({ user: id });
    expect(await refusalOf(as(cookie).session.me.query())).toMatchObject({ code: "UNAUTHENTICATED" });
    await admin.user.enable.mutate({ user: id });
    expect(await refusalOf(as(cookie).session.me.query())).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("belong to nobody for a token, which has no password or second step", async () => {
    const token = await practice.as("finance");
    expect(await token.session.me.query()).toMatchObject({ user: null });
    const attempts = [token.session.list.query(), token.password.change.mutate({ next: password })];
    expect(await refusalsOf(attempts)).toMatchObject([{ code: "NO_USER" }, { code: "NO_USER" }]);
  });
});

describe("a password", () => {
  test("is changed with the current one, which ends all other sessions", async () => {
    const { email, cookie } = await person();
    const other = (await signIn(email)).cookie;
    const next = "quite another password";
    const wrong = as(cookie).password.change.mutate({ current: "not this one", next });
    expect(await refusalOf(wrong)).toMatchObject({ code: "PASSWORD_WRONG" });
    await as(cookie).password.change.mutate({ current: password, next });
    expect(await refusalOf(as(other).session.me.query())).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await as(cookie).session.me.query()).toMatchObject({ role: "coordinator" });
    expect((await signIn(email)).code).toBe("SIGN_IN_REFUSED");
    expect((await signIn(email, next)).status).toBe(200);
  });

  test("is reset by a link to the mailbox, once and within an hour; unknown emails are answered the same", async () => {
    const { email, cookie } = await person();
    const asked = [
      await post("password.requestReset", { email }),
      await post("password.requestReset", { email: "no@example.com" }),
    ];
    expect(new Set(asked.map(({ text }) => text)).size).toBe(1);
    const link = await linkFor(email);
    expect(await practice.anyone().password.showReset.query({ link })).toMatchObject({ email });
    const done = await post("password.reset", { link, password: "chosen by mail now" });
    expect(done.data).toEqual({ changed: true, signedIn: true });
    expect(await as(done.cookie).session.me.query()).toMatchObject({ user: { email } });
    expect(await refusalOf(as(cookie).session.me.query())).toMatchObject({ code: "UNAUTHENTICATED" });
    expect((await post("password.reset", { link, password })).code).toBe("LINK_EXPIRED");
    later(24 * 3600 + 1);
    await post("password.requestReset", { email });
    const late = await linkFor(email);
    later(3601);
    expect((await post("password.reset", { link: late, password })).code).toBe("LINK_EXPIRED");
  });

  test("is asked for by mail only so often, known or not", async () => {
    const { email } = await person();
    for (const asked of [email, "nobody@example.com"]) {
      const codes = [];
      for (let time = 0; time < 4; time += 1) codes.push((await post("password.requestReset", { email: asked })).code);
      expect(codes).toEqual([undefined, undefined, undefined, "TOO_MANY_ATTEMPTS"]);
    }
  });

  test("link of somebody is for admins' eyes only", async () => {
    const { email } = await person();
    await post("password.requestReset", { email });
    const coordinator = await practice.as("coordinator");
    const seen = (await coordinator.message.list.query({ kind: "password-reset" })).items.filter(
      (each) => each.to.email === email,
    );
    expect(seen).toMatchObject([{ link: null, state: "queued" }]);
    expect(JSON.stringify(seen)).not.toContain(await linkFor(email));
  });
});

describe("the second step", () => {
  const codeOf = (secret: string, at = clock) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

  async function withSecondStep() {
    const someone = await person();
    const api = as(someone.cookie);
    const { secret, address } = await api.totp.begin.mutate({ password });
    expect(address).toMatch(/^otpauth:\/\/totp\//);
    const { recoveryCodes } = await api.totp.confirm.mutate({ code: codeOf(secret) });
    later(30);
    return { ...someone, api, secret, recoveryCodes };
  }

  test("is asked for after the right password, and takes each code once", async () => {
    const { email, secret } = await withSecondStep();
    expect(await signIn(email)).toMatchObject({ code: "CODE_NEEDED", cookie: "" });
    expect((await signIn(email, "not the password", codeOf(secret))).code).toBe("SIGN_IN_REFUSED");
    const code = codeOf(secret);
    const tries = await Promise.all([signIn(email, password, code), signIn(email, password, code)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect((await signIn(email, password, code)).status).toBe(401);
    // An earlier code is no better once a later one was used.
    expect((await signIn(email, password, codeOf(secret, clock - 30_000))).status).toBe(401);
    later(60);
    expect((await signIn(email, password, codeOf(secret))).status).toBe(200);
  });

  test("is not on before its first code, and never shows its secret again", async () => {
    const { email, cookie } = await person();
    const api = as(cookie);
    expect(await refusalOf(api.totp.begin.mutate({}))).toMatchObject({ code: "PASSWORD_WRONG" });
    const { secret } = await api.totp.begin.mutate({ password });
    expect(await refusalOf(api.totp.confirm.mutate({ code: "000000" }))).toMatchObject({
      code: "SECOND_STEP_CODE_WRONG",
    });
    expect((await signIn(email)).status).toBe(200);
    await api.totp.confirm.mutate({ code: codeOf(secret) });
    expect(await refusalOf(api.totp.begin.mutate({ password }))).toMatchObject({ code: "SECOND_STEP_ON" });
    const shown = JSON.stringify([await api.session.me.query(), await admin.user.list.query({})]);
    expect(shown).not.toContain(secret);
  });

  test("lets in by a recovery code, each once, and is turned off with password and code", async () => {
    const { email, api, secret, recoveryCodes } = await withSecondStep();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [code = ""] = recoveryCodes;
    expect((await signIn(email, password, code.toUpperCase())).status).toBe(200);
    expect((await signIn(email, password, code)).code).toBe("SIGN_IN_REFUSED");
    expect(await api.session.me.query()).toMatchObject({ user: { recoveryCodesLeft: 9, hasSecondStep: true } });
    const off = { password, code: codeOf(secret) };
    expect(await refusalOf(api.totp.disable.mutate({ ...off, password: "not the password" }))).toMatchObject({
      code: "PASSWORD_WRONG",
    });
    expect(await api.totp.disable.mutate(off)).toEqual({ on: false });
    expect((await signIn(email)).status).toBe(200);
  });

  test("has new recovery codes made with a code; the old ones are good for nothing then", async () => {
    const { email, api, secret, recoveryCodes } = await withSecondStep();
    expect(await refusalOf(api.totp.renewCodes.mutate({ code: "000000" }))).toMatchObject({
      code: "SECOND_STEP_CODE_WRONG",
    });
    const renewed = await api.totp.renewCodes.mutate({ code: codeOf(secret) });
    expect(new Set([...renewed.recoveryCodes, ...recoveryCodes]).size).toBe(20);
    expect((await signIn(email, password, recoveryCodes[0])).code).toBe("SIGN_IN_REFUSED");
    expect((await signIn(email, password, renewed.recoveryCodes[0])).status).toBe(200);
    expect(await api.session.me.query()).toMatchObject({ user: { recoveryCodesLeft: 9, hasSecondStep: true } });

    const without = as((await person()).cookie);
    expect(await refusalOf(without.totp.renewCodes.mutate({ code: "123456" }))).toMatchObject({
      code: "SECOND_STEP_OFF",
    });
  });

  test("is turned off by an admin for whoever lost their phone, whose sessions end", async () => {
    const { id, email, api, recoveryCodes } = await withSecondStep();
    const coordinator = as((await person()).cookie);
    expect(await refusalOf(coordinator.user.endSecondStep.mutate({ user: id }))).toMatchObject({ code: "FORBIDDEN" });
    expect(await admin.user.endSecondStep.mutate({ user: id })).toMatchObject({ id, hasSecondStep: false });
    expect(await refusalOf(api.session.list.query())).toMatchObject({ code: "UNAUTHENTICATED" });
    expect((await signIn(email)).status).toBe(200);
    expect(await refusalOf(admin.user.endSecondStep.mutate({ user: id }))).toMatchObject({
      code: "SECOND_STEP_OFF",
      message: expect.stringContaining("is off already"),
    });
    const { items } = await admin.journal.list.query({});
    expect(items.map(({ type }) => type)).toContain("user.second-step-ended");
    expect(JSON.stringify(items)).not.toContain(recoveryCodes[0]);
  });

  test("of one's own is turned off with a code only, even by an admin", async () => {
    const own = await person("admin");
    const api = as(own.cookie);
    const { secret } = await api.totp.begin.mutate({ password });
    await api.totp.confirm.mutate({ code: codeOf(secret) });
    expect(await refusalOf(api.user.endSecondStep.mutate({ user: own.id }))).toMatchObject({ code: "SECOND_STEP_OWN" });
    expect((await signIn(own.email)).code).toBe("CODE_NEEDED");
  });

  test("cannot be guessed in between by whoever knows the password", async () => {
    const { email } = await withSecondStep();
    const codes = [];
    for (let time = 0; time < 8; time += 1) {
      codes.push((await signIn(email, password, `00000${time}`)).code);
      codes.push((await signIn(email)).code);
    }
    expect(codes.filter((code) => code === "SIGN_IN_REFUSED").length).toBeLessThan(6);
    expect(codes.at(-2)).toBe("TOO_MANY_ATTEMPTS");
  });

  test("stays when the password is reset by mail", async () => {
    const { email } = await withSecondStep();
    await post("password.requestReset", { email });
    const done = await post("password.reset", { link: await linkFor(email), password: "chosen by mail now" });
    expect(done).toMatchObject({ data: { changed: true, signedIn: false }, cookie: "" });
    expect((await signIn(email, "chosen by mail now")).code).toBe("CODE_NEEDED");
  });
});

describe("the first start", () => {
  test("makes one admin, whom its link lets in, and who then chooses email and password", async () => {
    const fresh = await openPractice();
    try {
      const now = Date.parse("2024-01-08T12:00:00Z");
      const made = await Promise.all(Array.from({ length: 3 }, () => firstAdmin(fresh.store, now)));
      expect(new Set(made.map(({ user }) => user)).size).toBe(1);
      const [actor = made[0]] = made;
      const link = await newSignInLink(fresh.store, actor ?? { name: "admin", role: "admin" }, now);
      const answer = await fetch(`${fresh.address}/sign-in/${link}`, { redirect: "manual" });
      const api = fresh.anyone({ cookie: (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "" });
      expect(await api.session.me.query()).toMatchObject({ role: "admin", user: { email: null, hasPassword: false } });
      const id = actor?.user ?? "";
      await api.user.edit.mutate({ user: id, name: "Ann", email: "ann@example.com" });
      await api.password.change.mutate({ next: password });
      const signed = fresh.anyone().session.signIn.mutate({ email: "ann@example.com", password });
      expect(await signed).toMatchObject({ signedIn: true, role: "admin", name: "Ann" });
      expect(await firstAdmin(fresh.store, now)).toMatchObject({ user: id, name: "Ann" });
      const attempts = [api.user.disable.mutate({ user: id }), api.user.edit.mutate({ user: id, role: "finance" })];
      for (const refused of await refusalsOf(attempts)) expect(refused).toMatchObject({ code: "LAST_ADMIN" });
    } finally {
      await fresh.close();
    }
  });
});

describe("an API token", () => {
  test("may be for reading only, and for a customer's role in one account", async () => {
    const made = await admin.token.create.mutate({
      name: "reports",
      role: "program-manager",
      account: "acme",
      readOnly: true,
    });
    const api = practice.anyone({ authorization: `Bearer ${made.token}` });
    expect(await api.account.show.query({ account: "acme" })).toMatchObject({ id: "acme" });
    expect(await refusalOf(api.account.show.query({ account: "zeta" }))).toMatchObject({ code: "NOT_FOUND" });
    expect((await api.account.list.query({})).items.map(({ id }) => id)).toEqual(["acme"]);
    const invite = api.user.invite.mutate({ name: "X", email: "x@example.com", role: "member", account: "acme" });
    expect(await refusalOf(invite)).toMatchObject({ status: 403, code: "READ_ONLY_TOKEN" });
    const half = admin.token.create.mutate({ name: "half", role: "member" });
    expect(await refusalOf(half)).toMatchObject({ code: "MALFORMED", issues: [{ path: "account" }] });
  });

  test("is made once under one key: the secret is not kept, so saying it again is refused", async () => {
    const keyed = practice.local({ key: "nightly" });
    const wanted = { name: "nightly", role: "finance" } as const;
    const made = await keyed.token.create.mutate(wanted);
    expect(await refusalOf(keyed.token.create.mutate(wanted))).toMatchObject({ code: "TOKEN_SHOWN", status: 409 });
    const { items } = await admin.token.list.query();
    expect(items.filter(({ name }) => name === "nightly").map(({ id }) => id)).toEqual([made.id]);
    const { items: journal } = await admin.journal.list.query({ stream: "@practice", limit: 500 });
    expect(JSON.stringify(journal)).not.toContain(made.token);
  });
});

test("ROLE-5: the team sees who its colleagues are, and only who looks after users sees how they sign in", async () => {
  const token = (role: "consultant" | "program-manager", account?: string) =>
    admin.token.create.mutate({ name: role, role, ...(account === undefined ? {} : { account }) });
  const as = async (made: ReturnType<typeof token>) =>
    practice.anyone({ authorization: `Bearer ${(await made).token}` }).user;
  const { id, email } = await person("admin");
  const colleague = await as(token("consultant"));
  expect((await colleague.list.query({})).items.find((user) => user.id === id)).toMatchObject({
    ...{ email, role: "admin", state: "active", lastSignInAt: null, hasSecondStep: null, hasPassword: null },
  });
  const manager = await as(token("program-manager", "acme"));
  for (const asked of [{}, { account: "acme" }])
    expect((await manager.list.query(asked)).items.every(({ account }) => account === "acme")).toBe(true);
  expect(await refusalOf(manager.list.query({ account: "zeta" }))).toMatchObject({ code: "NOT_FOUND" });
});

test("a link is looked at without its secret in an address", async () => {
  await admin.user.invite.mutate({ name: "Quiet", email: "quiet@example.com", role: "finance" });
  const asked = await post("invitation.show", { link: await linkFor("quiet@example.com") });
  expect(asked).toMatchObject({ status: 200 });
});

test("the books agree with what the journal tells of users", async () => {
  expect(await admin.books.verify.query()).toMatchObject({ ok: true, problems: [] });
});
