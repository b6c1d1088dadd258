import type { AddressInfo } from "node:net";
import { openStore, type Store } from "@cimpro/store";
import { Secret, TOTP } from "otpauth";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "../src/server.ts";
import { type Api, embeddedApi } from "./client.ts";
import { freshFile } from "./places.ts";

const password = "a long enough password";
const home = "198.51.100.7";

let clock = Date.parse("2024-01-08T12:00:00Z");
const now = () => clock;
const later = (seconds: number): void => {
  clock += seconds * 1000;
};

let store: Store;
let address: string;
let admin: Api;
let close: () => Promise<void>;

beforeAll(async () => {
  const place = freshFile();
  store = await openStore(place.url, { schema: "migrate", now: () => new Date(now()).toISOString() });
  // Behind a proxy, which says whom a request comes from.
  const server = await buildServer({
    ...{ store, now, logger: pino({ level: "silent" }), webRoot: null, site: "https://services.example" },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  admin = embeddedApi(store, { actor: { name: "Admin", role: "admin" }, now });
  close = async () => {
    await server.close();
    await store.close();
    await place.remove();
  };
});
afterAll(() => close());
afterEach(() => later(2 * 24 * 3600));

/** A browser at an address, which keeps its cookies. */
function browser(from: string) {
  const cookies = new Map<string, string>();
  return {
    cookies,
    post: async (path: string, input: unknown) => {
      const answer = await fetch(`${address}/trpc/${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-forwarded-for": from,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        },
        body: JSON.stringify(input),
      });
      for (const each of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
        cookies.set(name, value);
      }
      const body = JSON.parse(await answer.text());
      return { status: answer.status, code: body.error?.data.refusal.code, data: body.result?.data };
    },
  };
}

type Browser = ReturnType<typeof browser>;

async function secretFor(email: string): Promise<string> {
  // What was asked of the server is in the list once it was asked for over it too.
  const { token } = await admin.token.create.mutate({ name: "mail", role: "admin" });
  const answer = await fetch(`${address}/trpc/message.list?input=%7B%7D`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { result } = JSON.parse(await answer.text());
  later(1);
  const found = result.data.items.find((each: { to: { email: string } }) => each.to.email === email);
  return found?.link?.split("#")[1] ?? "";
}

let people = 0;
/** Somebody who came in from home, with their browser there. */
async function owner(): Promise<{ readonly email: string; readonly own: Browser }> {
  people += 1;
  const email = `owner-${people}@example.com`;
  await admin.user.invite.mutate({ name: `Owner ${people}`, email, role: "coordinator" });
  const own = browser(home);
  expect(await own.post("invitation.accept", { link: await secretFor(email), password })).toMatchObject({
    status: 200,
  });
  return { email, own };
}

const signIn = (by: Browser, email: string, given = password, code?: string) =>
  by.post("session.signIn", { email, password: given, ...(code === undefined ? {} : { code }) });

/** Guesses from as many addresses as it takes, then one whenever the email opens: the owner never sees it open. */
async function besiege(email: string, from = (time: number) => `203.0.113.${time}`) {
  const codes = [];
  for (let time = 0; time < 26; time += 1) codes.push((await signIn(browser(from(time)), email, "a guess")).code);
  expect(codes.at(-1)).toBe("TOO_MANY_ATTEMPTS");
}

describe("a guesser with many addresses", () => {
  test("is slowed down, and so is whoever comes from where nobody signed in before", async () => {
    const { email } = await owner();
    await besiege(email);
    expect(await signIn(browser("192.0.2.1"), email)).toMatchObject({ status: 429, code: "TOO_MANY_ATTEMPTS" });
  });

  test("keeps nobody out at an address that they signed in from, ten times of ten", async () => {
    const { email } = await owner();
    for (let time = 0; time < 10; time += 1) {
      await besiege(email, (guess) => `203.0.${time + 1}.${guess}`);
      expect(await signIn(browser(home), email)).toMatchObject({ status: 200 });
      later(61);
    }
  });

  test("keeps nobody out who has the browser they signed in with, wherever they are, signed out too", async () => {
    const { email, own } = await owner();
    await own.post("session.signOut", {});
    const travelling = browser("192.0.2.9");
    for (const [name, value] of own.cookies) travelling.cookies.set(name, value);
    await besiege(email);
    expect(await signIn(travelling, email)).toMatchObject({ status: 200 });
  });

  test("at the owner's own address keeps nobody out who has their browser", async () => {
    const { email, own } = await owner();
    for (let time = 0; time < 60; time += 1) await signIn(browser(home), email, "a guess");
    expect(await signIn(browser(home), email)).toMatchObject({ status: 429 });
    expect(await signIn(own, email)).toMatchObject({ status: 200 });
  });

  test("gains nothing by another person's browser, nor by a made-up one", async () => {
    const [{ email }, other] = [await owner(), await owner()];
    await besiege(email);
    const elsewhere = browser("192.0.2.10");
    for (const [name, value] of other.own.cookies) elsewhere.cookies.set(name, value);
    expect(await signIn(elsewhere, email)).toMatchObject({ status: 429 });
    const madeUp = browser("192.0.2.11");
    madeUp.cookies.set("__Host-cimpro_device", "x".repeat(43));
    expect(await signIn(madeUp, email)).toMatchObject({ status: 429 });
  });

  test("with a known browser still guesses five times only", async () => {
    const { email, own } = await owner();
    const codes = [];
    for (let time = 0; time < 7; time += 1) codes.push((await signIn(own, email, "a guess")).code);
    expect(codes.filter((code) => code === "SIGN_IN_REFUSED")).toHaveLength(5);
    expect(codes.at(-1)).toBe("TOO_MANY_ATTEMPTS");
  });

  test("does not keep the owner from a link to the mailbox, by which a new place becomes known", async () => {
    const { email } = await owner();
    await besiege(email);
    const [stranger, fresh] = [browser("203.0.113.200"), browser("192.0.2.20")];
    const asked = [];
    for (let time = 0; time < 5; time += 1) asked.push((await stranger.post("password.requestReset", { email })).code);
    expect(asked.at(-1)).toBe("TOO_MANY_ATTEMPTS");
    expect(await browser(home).post("password.requestReset", { email })).toMatchObject({ status: 200 });
    const link = await secretFor(email);
    // Guessed links of whoever shares the address do not make a right one wait.
    for (let time = 0; time < 25; time += 1)
      await browser("192.0.2.20").post("password.reset", { link: "x".repeat(43), password });
    const next = "quite another password";
    expect(await fresh.post("password.reset", { link, password: next })).toMatchObject({ status: 200 });
    await besiege(email);
    expect(await signIn(fresh, email, next)).toMatchObject({ status: 200 });
  });

  test("who knows the password keeps nobody out of the second step where they signed in before", async () => {
    const { email, own } = await owner();
    const begun = await own.post("totp.begin", { password });
    const codeNow = () => new TOTP({ secret: Secret.fromBase32(begun.data.secret) }).generate({ timestamp: clock });
    expect(await own.post("totp.confirm", { code: codeNow() })).toMatchObject({ status: 200 });
    later(60);
    for (let time = 0; time < 6; time += 1) await signIn(browser(`203.0.113.${time}`), email, password, "000000");
    expect(await signIn(browser("192.0.2.30"), email, password, codeNow())).toMatchObject({ status: 429 });
    expect(await signIn(own, email, password, codeNow())).toMatchObject({ status: 200 });
  });

  test("in a session of somebody makes nobody wait in another of theirs", async () => {
    const { email, own } = await owner();
    const stolen = browser("203.0.113.99");
    expect(await signIn(stolen, email)).toMatchObject({ status: 200 });
    const codes = [];
    for (let time = 0; time < 7; time += 1)
      codes.push((await stolen.post("password.change", { current: "a guess", next: "something long enough" })).code);
    expect(codes.at(-1)).toBe("TOO_MANY_ATTEMPTS");
    expect(await own.post("password.change", { current: password, next: "something long enough" })).toMatchObject({
      status: 200,
    });
  });
});

test("a disabled person's places are forgotten", async () => {
  const { email, own } = await owner();
  const user = (await admin.user.list.query({})).items.find((each) => each.email === email);
  await admin.user.disable.mutate({ user: user?.id ?? "" });
  await admin.user.enable.mutate({ user: user?.id ?? "" });
  await besiege(email);
  expect(await signIn(own, email)).toMatchObject({ status: 429 });
});

test("asking for a link is answered before it is known whether there is anybody to write to", async () => {
  const { email } = await owner();
  const { touch } = store;
  const seen: string[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  try {
    // Whatever writes the letter waits; the counting of attempts, which comes first, does not.
    let counted = 0;
    Object.assign(store, {
      touch: (async (work) => {
        counted += 1;
        if (counted % 2 === 0) await held;
        return touch(work);
      }) satisfies Store["touch"],
    });
    for (const asked of [email, "nobody@example.com"]) {
      counted = 0;
      seen.push(JSON.stringify(await browser(home).post("password.requestReset", { email: asked })));
    }
  } finally {
    Object.assign(store, { touch });
    release();
  }
  expect(new Set(seen).size).toBe(1);
  expect(await secretFor(email)).toHaveLength(43);
  expect(await secretFor("nobody@example.com")).toBe("");
});
