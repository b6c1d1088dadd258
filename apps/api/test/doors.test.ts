import { type IncomingHttpHeaders, request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newSignInLink } from "../src/access/sign-in.ts";
import { buildServer } from "../src/server.ts";
import { serverLog } from "../src/server-log.ts";
import { openPractice, type Practice } from "./practice.ts";

let practice: Practice;
let session: Record<string, string>;
beforeAll(async () => {
  practice = await openPractice();
  await practice.local().account.open.mutate({ name: "Acme", id: "acme" });
  session = await practice.session("admin");
});
afterAll(() => practice.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with just these headers; the usual client adds some and keeps others to itself. */
const ask = (
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
  address = practice.address,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", reject).end(body);
  });

const json = { "content-type": "application/json" };

describe("the host that is asked", () => {
  const host = (name: string) => ask("GET", "/trpc/session.demoPeople", { host: name });

  test.each(["127.0.0.1", "127.0.0.1:9", "localhost:4310", "LOCALHOST", "[::1]:4310"])("may be %s", async (name) => {
    expect((await host(name)).status).toBe(200);
  });

  test.each(["evil.example", "evil.example:4310", "127.0.0.1.evil.example", "localhost.evil.example", "x@localhost"])(
    "is refused as %s, whatever is asked, also with an origin of that name",
    async (name) => {
      for (const [method, path] of [
        ["GET", "/trpc/session.demoPeople"],
        ["POST", "/trpc/session.signInAsDemo"],
        ["GET", "/api/openapi.json"],
        ["POST", "/api/session/sign-in-as-demo"],
        ["GET", "/sign-in/anything"],
        ["GET", "/"],
      ] as const) {
        const answer = await ask(method, path, { ...session, ...json, host: name, origin: `http://${name}` });
        expect([path, answer.status]).toEqual([path, 403]);
        expect(answer.text).toContain(path.startsWith("/trpc") ? '"refusal"' : "HOST_UNKNOWN");
        expect(answer.headers["set-cookie"]).toBeUndefined();
      }
    },
  );

  test("may be whatever asks for health", async () => {
    expect((await ask("GET", "/healthz", { host: "10.1.2.3" })).status).toBe(200);
    expect((await ask("GET", "/readyz", { host: "10.1.2.3" })).status).toBe(200);
  });

  test("may be one that is listed, or that of the public address", async () => {
    const { store } = practice;
    const options = { store, now: () => Date.parse("2024-01-08T12:00:00Z"), webRoot: null, hosts: ["books.lan"] };
    const logger = serverLog("silent", { write: () => {} });
    const server = await buildServer({ ...options, logger, site: "https://services.example" });
    for (const [name, status] of [
      ["books.lan:4310", 200],
      ["services.example", 200],
      ["127.0.0.1", 200],
      ["other.lan", 403],
    ] as const) {
      const answer = await server.inject({ url: "/trpc/session.demoPeople", headers: { host: name } });
      expect([name, answer.statusCode]).toEqual([name, status]);
    }
    await server.close();
  });
});

describe("a write", () => {
  const form = '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nEvil\r\n--x--\r\n';
  const doors = [
    "/trpc/session.signOut",
    "/trpc/account.open",
    "/trpc/practice.set",
    "/trpc/session.revoke",
    "/api/session/sign-out",
    "/api/account/open",
  ];

  test.each([
    ["multipart/form-data; boundary=x", form],
    ["application/x-www-form-urlencoded", "name=Evil"],
    ["text/plain", '{"name":"Evil"}'],
    ["application/octet-stream", "Evil"],
    ["application/jsonp", '{"name":"Evil"}'],
    ["", '{"name":"Evil"}'],
  ])("that is %j runs nothing, with an origin or without", async (type, body) => {
    const before = (await practice.local().account.list.query({})).items.length;
    for (const path of doors)
      for (const origin of [{}, { origin: practice.address }]) {
        const answer = await ask("POST", path, { ...session, ...origin, "content-type": type }, body);
        expect([path, answer.status]).toEqual([path, 415]);
      }
    expect((await practice.local().account.list.query({})).items).toHaveLength(before);
    expect((await practice.anyone(session).session.me.query()).role).toBe("admin");
  });

  test("without a content type is refused too, unless it says nothing at all", async () => {
    expect((await ask("POST", "/trpc/account.open", session, '{"name":"Evil"}')).status).toBe(415);
    const dry = { ...session, "cimpro-dry-run": "1" };
    for (const path of ["/api/session/sign-out", "/trpc/session.signOut"])
      for (const type of [{}, { "content-type": "application/json" }])
        expect([path, type, (await ask("POST", path, { ...dry, ...type })).status]).toEqual([path, type, 200]);
    const missing = await ask("POST", "/trpc/account.open", { ...dry, "content-type": "application/json" });
    expect(missing.status).toBe(400);
  });

  test("from another origin is refused on every door, by any method", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      for (const path of doors) {
        const answer = await ask(method, path, { ...session, ...json, origin: "https://evil.example" });
        expect([method, path, answer.status]).toEqual([method, path, 403]);
      }
  });

  test("of this site is carried out", async () => {
    const answer = await ask("POST", "/api/practice/set", { ...session, ...json, origin: practice.address }, "{}");
    expect(answer.status).toBe(200);
  });
});

test("nothing private stays in a cache: answers, documents, refusals and sign-in", async () => {
  const paths = [
    "/trpc/session.me",
    "/trpc/account.list?input=%7B%7D",
    "/api/account/list",
    "/api/document/quote?minutes=60",
    "/api/account/show?account=nobody",
    "/api/nothing",
    "/sign-in/no-such-link",
  ];
  for (const path of paths) {
    const { headers } = await ask("GET", path, session);
    expect([path, headers["cache-control"]]).toEqual([path, "no-store"]);
  }
});

describe("the log", () => {
  test.each(["info", "debug"])("at %s has each request and none of its secrets", async (level) => {
    const lines: string[] = [];
    const logger = serverLog(level, { write: (line) => void lines.push(line) });
    const { store } = practice;
    const now = () => Date.parse("2024-01-08T12:00:00Z");
    const server = await buildServer({ store, now, logger, webRoot: null });
    await server.listen({ host: "127.0.0.1", port: 0 });
    const at = `http://127.0.0.1:${(server.server.address() as { port: number }).port}`;
    const link = await newSignInLink(store, { name: "Ann", role: "admin" }, now());
    const { token } = await practice.local().token.create.mutate({ name: "log", role: "admin" });
    await practice.local().user.invite.mutate({ name: "L", email: `${level}@log.example`, role: "finance" });
    const invitation = (await practice.local().message.list.query({})).items[0]?.link?.split("#")[1] ?? "";
    expect(invitation).toHaveLength(43);
    const bearer = { authorization: `Bearer ${token}` };
    const asked = [
      ["GET", `/sign-in/${link}`],
      ["GET", `/sign-in/${link}/`],
      ["GET", `/nothing/${link}?token=${token}`],
      ["GET", `/trpc/invitation.show?input=${encodeURIComponent(JSON.stringify({ link: invitation }))}`],
      ["GET", `/api/invitation/show?link=${invitation}`],
      ["GET", `/api/invitation/show?link=${invitation}&x=1`],
      ["GET", `/api/account/list?token=${token}`],
      ["GET", `/sign-in/%zz${link}`],
      ["POST", `/trpc/${link}`],
    ] as const;
    const cookies: string[] = [];
    for (const [method, path] of asked) {
      const { headers } = await ask(method, path, { ...bearer, ...json }, method === "POST" ? "{" : undefined, at);
      cookies.push(...(headers["set-cookie"] ?? []));
    }
    await server.close();
    const secrets = [link, token, invitation, ...cookies.map((each) => /=([\w-]{43})/.exec(each)?.[1] ?? "none")];
    const log = lines.join("");
    expect(log).toContain("/trpc/invitation.show");
    expect(log).toContain("/sign-in/…");
    expect(secrets.length).toBeGreaterThan(3);
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
