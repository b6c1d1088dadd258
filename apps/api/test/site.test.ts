import type { AddressInfo } from "node:net";
import { openStore } from "@cimpro/store";
import { createTRPCClient, httpLink } from "@trpc/client";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newSignInLink } from "../src/access/sign-in.ts";
import { addDemoPeople, demoPeople } from "../src/demo/people.ts";
import type { AppRouter } from "../src/router.ts";
import { serveSettings } from "../src/serve-settings.ts";
import { buildServer } from "../src/server.ts";
import { freshFile } from "./places.ts";
import { openPractice, type Practice, refusalOf } from "./practice.ts";

const now = () => Date.parse("2024-01-08T12:00:00Z");
const site = "https://services.example";

describe("behind a proxy with https", () => {
  let close: () => Promise<void>;
  let address: string;
  let link: () => Promise<string>;

  beforeEach(async () => {
    const place = freshFile();
    const store = await openStore(place.url, { schema: "migrate", now: () => new Date(now()).toISOString() });
    const server = await buildServer({ store, now, logger: pino({ level: "silent" }), webRoot: null, site });
    await server.listen({ host: "127.0.0.1", port: 0 });
    address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    link = () => newSignInLink(store, { name: "Ann", role: "admin" }, now());
    close = async () => {
      await server.close();
      await store.close();
      await place.remove();
    };
  });
  afterEach(() => close());

  const signIn = async () => {
    const answer = await fetch(`${address}/sign-in/${await link()}`, { redirect: "manual" });
    return answer.headers.get("set-cookie") ?? "";
  };
  const as = (cookie: string) =>
    createTRPCClient<AppRouter>({ links: [httpLink({ url: `${address}/trpc`, headers: { cookie } })] });

  test("the cookie is for this host and for https only, and one of plain http is none", async () => {
    const cookie = await signIn();
    expect(cookie).toMatch(
      /^__Host-cimpro_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000; Secure$/,
    );
    const [pair = ""] = cookie.split(";", 1);
    expect(await as(pair).session.me.query()).toMatchObject({ name: "Ann" });
    const plain = as(pair.replace("__Host-", ""));
    expect(await refusalOf(plain.session.me.query())).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("pages of the site may write, also where the proxy asks under another name", async () => {
    const [cookie = ""] = (await signIn()).split(";", 1);
    const out = async (origin: string) => {
      const answer = await fetch(`${address}/trpc/session.signOut`, {
        method: "POST",
        headers: { "content-type": "application/json", "cimpro-dry-run": "1", cookie, origin },
        body: "{}",
      });
      await answer.text();
      return answer.status;
    };
    expect(await out(site)).toBe(200);
    expect(await out("https://elsewhere.example")).toBe(403);
  });

  test("failures count for the address that the proxy names, which nobody else can", async () => {
    const guess = async (from: string, time: number) => {
      const answer = await fetch(`${address}/trpc/session.signIn`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": from },
        body: JSON.stringify({ email: `somebody-${time}@example.com`, password: "a guess" }),
      });
      // A body that nobody reads keeps its connection, and so the server.
      await answer.text();
      return answer.status;
    };
    const first = [];
    // What the client itself says stands left of what the proxy adds.
    for (let time = 0; time < 52; time += 1) first.push(await guess(`10.0.0.${time}, 203.0.113.7`, time));
    expect(first.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 401));
    expect(first.slice(50)).toEqual([429, 429]);
    expect(await guess("203.0.113.8", 99)).toBe(401);
  });

  test("links in messages begin with the site", async () => {
    const [cookie = ""] = (await signIn()).split(";", 1);
    const api = as(cookie);
    await api.user.invite.mutate({ name: "Bo", email: "bo@example.com", role: "finance" });
    const [message] = (await api.message.list.query({})).items;
    expect(message?.link).toMatch(/^https:\/\/services\.example\/invitation#[\w-]{43}$/);
    expect(message?.text).toContain(message?.link);
  });
});

describe("the settings of a server", () => {
  test("are read whole or refused by name", () => {
    expect(serveSettings({})).toEqual({ site: undefined, hosts: [], mail: undefined });
    const mail = { CIMPRO_SMTP_URL: "smtp://mail.example", CIMPRO_MAIL_FROM: "us@example.com" };
    expect(serveSettings({ CIMPRO_PUBLIC_URL: `${site}/`, CIMPRO_HOSTS: "Books.lan:4310, 10.0.0.5", ...mail })).toEqual(
      {
        site,
        hosts: ["books.lan", "10.0.0.5"],
        mail: { smtp: "smtp://mail.example", from: "us@example.com" },
      },
    );
    for (const env of [
      { CIMPRO_PUBLIC_URL: "services.example" },
      { CIMPRO_PUBLIC_URL: `${site}/cimpro` },
      { CIMPRO_HOSTS: "https://books.lan" },
      { CIMPRO_SMTP_URL: "mail.example", CIMPRO_MAIL_FROM: "us@example.com" },
      { CIMPRO_SMTP_URL: "smtp://mail.example" },
    ])
      expect(() => serveSettings(env), JSON.stringify(env)).toThrow(/CIMPRO_/);
  });
});

describe("the people of the demo practice", () => {
  let practice: Practice;
  beforeEach(async () => {
    practice = await openPractice();
    for (const id of ["harbor-electric", "bluewater-marine"])
      await practice.local().account.open.mutate({ name: id, id });
    const command = (key: string) => ({
      ...{ stream: "@practice", type: "user.added", actor: "cimpro", key, input: null, dryRun: false },
      recordedAt: new Date(now()).toISOString(),
    });
    for (const _ of [1, 2]) await addDemoPeople(practice.store, command, "2024-01-08");
  });
  afterEach(() => practice.close());

  const ask = async (user: string) => {
    const answer = await fetch(`${practice.address}/trpc/session.signInAsDemo`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ user }),
    });
    await answer.text();
    return answer;
  };

  test("are refused in books that are not the demo's", async () => {
    expect(await practice.anyone().session.demoPeople.query()).toEqual({ demo: false, people: [] });
    expect((await ask("demo-dana")).status).toBe(422);
    const refused = practice.anyone().session.signInAsDemo.mutate({ user: "demo-dana" });
    expect(await refusalOf(refused)).toMatchObject({ code: "NOT_DEMO" });
  });

  test("let one in as each of them, a customer in their own account only, and as nobody else", async () => {
    await practice.store.touch(async (books) => {
      const known = await books.practice.find();
      if (known) await books.practice.put({ ...known, demo: true });
    });
    const { people } = await practice.anyone().session.demoPeople.query();
    expect(people).toHaveLength(demoPeople.length);
    const answer = await ask("demo-harbor-manager");
    const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";", 1);
    const api = practice.anyone({ cookie });
    expect(await api.session.me.query()).toMatchObject({
      ...{ name: "Grace Lindqvist", role: "program-manager" },
      account: { id: "harbor-electric" },
    });
    expect((await api.account.list.query({})).items.map(({ id }) => id)).toEqual(["harbor-electric"]);
    await practice.local().user.invite.mutate({ name: "New", email: "new@example.com", role: "admin" });
    const [{ id } = { id: "" }] = (await practice.local().user.list.query({})).items.filter(
      ({ name }) => name === "New",
    );
    expect((await ask(id)).status).toBe(404);
  });
});
