import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { startPostgres } from "@cimpro/store/testing";
import { afterEach, describe, expect, test } from "vitest";
import { freshFile, type Place, places } from "./places.ts";
import { expectGoodBooks, openPractice, refusalOf } from "./practice.ts";
import { type Program, running } from "./processes.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const started: Program[] = [];
const used: Place[] = [];
afterEach(async () => {
  for (const each of started.splice(0)) await each.kill();
  for (const each of used.splice(0)) await each.remove();
});

const start = (env: Readonly<Record<string, string>>): Program => {
  const one = running([main], { PORT: "0", CIMPRO_LOG: "silent", ...env });
  started.push(one);
  return one;
};
const at = async (place: () => Promise<Place>): Promise<Place> => {
  const one = await place();
  used.push(one);
  return one;
};

/** The address and the session cookie that the ready line gives. */
async function signIn(server: Program): Promise<{ readonly address: string; readonly cookie: string }> {
  const line = await server.line();
  expect(line).toMatch(/^cimpro ready http:\/\/127\.0\.0\.1:\d+\/sign-in\/[\w-]{43}$/);
  const link = line.replace("cimpro ready ", "");
  const answer = await fetch(link, { redirect: "manual" });
  return { address: new URL(link).origin, cookie: (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "" };
}

async function call(address: string, cookie: string, path: string, input: unknown): Promise<number> {
  const headers = { cookie, "content-type": "application/json" };
  const answer = await fetch(`${address}/trpc/${path}`, { method: "POST", headers, body: JSON.stringify(input) });
  await answer.text();
  return answer.status;
}

describe.each(places)("the start command on %s", (_engine, place) => {
  test("makes new books, says where it is ready, and lets its admin in", async () => {
    const server = start({ CIMPRO_DB: (await at(place)).url });
    const { address, cookie } = await signIn(server);
    expect(await call(address, cookie, "account.open", { name: "Acme" })).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const me = await fetch(`${address}/trpc/session.me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ result: { data: { role: "admin", practice: { demo: false } } } });
    server.child.kill("SIGINT");
    expect(await server.ended()).toBe(0);
  });

  test("told to stop, finishes what it accepted, takes no more and ends well", async () => {
    const { url } = await at(place);
    const server = start({ CIMPRO_DB: url });
    const { address, cookie } = await signIn(server);
    await call(address, cookie, "account.open", { name: "Acme" });
    const { host, port } = new URL(address);
    const idle = connect(Number(port), "127.0.0.1");

    // Half of a request is there when the signal comes, as the server has said; the rest follows.
    const body = JSON.stringify({ account: "acme", minutes: 30, id: "0190a000-0000-7000-8000-00000000abcd" });
    const length = `${body.length}`;
    const headers = {
      host,
      cookie,
      "content-type": "application/json",
      "content-length": length,
      expect: "100-continue",
    };
    const half = request(`${address}/trpc/time.log`, { method: "POST", headers });
    half.flushHeaders();
    await once(half, "continue");
    half.write(body.slice(0, 10));
    server.child.kill("SIGTERM");
    await expect
      .poll(() =>
        fetch(`${address}/healthz`).then(
          () => "served",
          () => "refused",
        ),
      )
      .toBe("refused");
    expect(server.child.exitCode).toBeNull();
    half.end(body.slice(10));
    const [answer] = await once(half, "response");
    answer.resume();
    expect(answer.statusCode).toBe(200);
    expect(await server.ended()).toBe(0);
    idle.destroy();

    const practice = await openPractice({ url, remove: async () => {} });
    expect((await practice.local().time.list.query({})).items).toMatchObject([{ minutes: 30 }]);
    await expectGoodBooks(practice.local());
    await practice.close();
  });

  test("two of them on one new database serve the same books", async () => {
    const { url } = await at(place);
    const [one, other] = await Promise.all([signIn(start({ CIMPRO_DB: url })), signIn(start({ CIMPRO_DB: url }))]);
    expect(await call(one.address, one.cookie, "account.open", { name: "Acme" })).toBe(200);
    expect(await call(other.address, other.cookie, "account.open", { name: "Acme" })).toBe(409);
    // A session is one of the books, not of a server.
    expect(await call(other.address, one.cookie, "practice.set", { name: "Ours" })).toBe(200);
  });
});

describe("a server and its mail", () => {
  const sendsMail = async (env: Readonly<Record<string, string>>): Promise<unknown> => {
    const { address, cookie } = await signIn(start({ CIMPRO_DB: (await at(async () => freshFile())).url, ...env }));
    const answer = await fetch(`${address}/trpc/message.list?input=${encodeURIComponent("{}")}`, {
      headers: { cookie },
    });
    const { result } = await answer.json();
    return result.data.sendsMail;
  };

  test("says beside its messages whether a mail server takes them", async () => {
    const mail = { CIMPRO_SMTP_URL: "smtp://127.0.0.1:9", CIMPRO_MAIL_FROM: "us@example.com" };
    expect(await Promise.all([sendsMail({}), sendsMail(mail)])).toEqual([false, true]);
  });
});

describe("a server whose database is gone", () => {
  test("is healthy but not ready, and says what to do", async () => {
    const server = await startPostgres();
    await server.createDatabase("books");
    const practice = await openPractice({ url: server.url("books"), remove: async () => {} });
    const ready = async () => (await fetch(`${practice.address}/readyz`)).status;
    expect(await ready()).toBe(200);
    const headers = await practice.session("admin");
    await server.stop();
    expect(await ready()).toBe(503);
    expect((await fetch(`${practice.address}/healthz`)).status).toBe(200);
    const api = practice.anyone(headers);
    expect(await refusalOf(api.account.list.query({}))).toMatchObject({ status: 503, code: "DATABASE_UNREACHABLE" });
    const link = await fetch(`${practice.address}/sign-in/any`, { redirect: "manual" });
    expect(link.status).toBe(503);
    expect(await link.json()).toMatchObject({ error: { code: "DATABASE_UNREACHABLE" } });
    await practice.close();
  });

  test("closed under it, is not ready either", async () => {
    const practice = await openPractice();
    await practice.store.close();
    expect((await fetch(`${practice.address}/readyz`)).status).toBe(503);
    await practice.close();
  });
});

describe("the start command", () => {
  test("says what is wrong with a database that is none, and ends", async () => {
    const place = freshFile();
    used.push(place);
    writeFileSync(place.url, "These are no books, but a letter to a friend.".repeat(20));
    const server = start({ CIMPRO_DB: place.url });
    await expect(server.line()).rejects.toThrow(/is not a database|belongs to another program/);
    expect(await server.ended()).toBe(70);
  });

  test("serves the demo practice when asked to, as its coordinator", async () => {
    const server = start({ CIMPRO_DB: (await at(async () => freshFile())).url, CIMPRO_DEMO: "1" });
    const { address, cookie } = await signIn(server);
    const me = await fetch(`${address}/trpc/session.me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({
      result: { data: { name: "Dana Coordinator", role: "coordinator", practice: { demo: true } } },
    });
    const accounts = await fetch(`${address}/trpc/account.list?input={}`, { headers: { cookie } });
    expect(JSON.parse(await accounts.text()).result.data.items).toHaveLength(12);
  });

  test("never mixes the demo with real books", async () => {
    const { url } = await at(async () => freshFile());
    const real = start({ CIMPRO_DB: url });
    const { address, cookie } = await signIn(real);
    await call(address, cookie, "account.open", { name: "Acme" });
    await real.kill();
    const demo = start({ CIMPRO_DB: url, CIMPRO_DEMO: "1" });
    await expect(demo.line()).rejects.toThrow("the demo practice is only seeded into new books");
    expect(await demo.ended()).toBe(70);
  });

  test("says so when its port is taken", async () => {
    const first = start({ CIMPRO_DB: (await at(async () => freshFile())).url });
    const { address } = await signIn(first);
    const second = start({ CIMPRO_DB: (await at(async () => freshFile())).url, PORT: new URL(address).port });
    await expect(second.line()).rejects.toThrow(/EADDRINUSE|in use/);
    expect(await second.ended()).toBe(70);
  });
});
