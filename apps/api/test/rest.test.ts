import { Validator } from "@seriousme/openapi-schema-validator";
import { initTRPC } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Role } from "../src/access/roles.ts";
import { type Route, routes, routesOf } from "../src/rest/route.ts";
import { appRouter } from "../src/router.ts";
import { headersOf, type Settings } from "./client.ts";
import { openPractice, type Practice, personOf } from "./practice.ts";
import { proceduresOf } from "./procedures.ts";

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice.close());

/** A request as any program would make it. */
async function ask(method: string, path: string, headers: Record<string, string>, body?: unknown) {
  const answer = await fetch(`${practice.address}/api${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
}

async function as(role: Role, settings: Settings = {}) {
  const { token } = await practice.local().token.create.mutate({ name: personOf(role), role });
  const headers = { authorization: `Bearer ${token}`, ...headersOf(settings) };
  return {
    get: (path: string) => ask("GET", path, headers),
    post: (path: string, body: unknown = {}, more: Record<string, string> = {}) =>
      ask("POST", path, { ...headers, ...more }, body),
  };
}

/** What is wrong with routes: a procedure without one, or one that does not say who may call it. */
function faultsOf(procedures: readonly { readonly path: string }[], all: readonly Route[]): readonly string[] {
  const byProcedure = new Map(all.map((route) => [route.procedure, route]));
  return procedures.flatMap(({ path }) => {
    const route = byProcedure.get(path);
    if (route === undefined) return [`${path} has no route`];
    return route.roles.length === 0 ? [`${path} does not say for whom`] : [];
  });
}

/** What is followed rather than asked has no end, and no route. */
const asked = proceduresOf(appRouter).filter(({ type }) => type !== "subscription");

describe("the routes", () => {
  test("are all procedures there are, each with the roles that may call it", () => {
    expect(faultsOf(asked, routes)).toEqual([]);
    expect(new Set(routes.map(({ path }) => path)).size).toBe(routes.length);
    for (const { path } of routes) expect(path).toMatch(/^(\/[a-z][a-z0-9-]*){2,}$/);
  });

  test("are missed, and so are their roles", () => {
    const t = initTRPC.create();
    const bare = t.router({ noun: { verb: t.procedure.query(() => 1) } });
    expect(faultsOf(proceduresOf(bare), routesOf(bare))).toEqual(["noun.verb does not say for whom"]);
    expect(faultsOf(proceduresOf(bare), [])).toEqual(["noun.verb has no route"]);
  });

  test("read a procedure's own word for what it answers", () => {
    const t = initTRPC.create();
    const telling = t.router({ a: { bC: t.procedure.output(z.object({ n: z.int() })).query(() => ({ n: 1 })) } });
    expect(routesOf(telling).map(({ path, output }) => [path, output()?.type])).toEqual([["/a/b-c", "object"]]);
  });
});

describe("the document", () => {
  const read = async () => (await ask("GET", "/openapi.json", {})).body;

  test("is sound OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(await read());
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, "3.1"]);
    expect((await new Validator().validate({ openapi: "3.1.0", info: {} })).valid).toBe(false);
  });

  test("has every route with its roles, and refers to nothing that is not in it", async () => {
    const document = await read();
    for (const { path, method, roles, procedure } of routes)
      expect(document.paths[path]?.[method.toLowerCase()]).toMatchObject({ operationId: procedure, "x-roles": roles });
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, to = ""]) => to);
    const leadsNowhere = references.filter(
      (to) =>
        to.split("/").reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document) === undefined,
    );
    expect(leadsNowhere).toEqual([]);
  });

  test("says what anyone may call without signing in", async () => {
    const { paths } = await read();
    const open = routes.filter(({ roles }) => roles.includes("anyone"));
    expect(open.map(({ procedure }) => procedure)).toContain("offer.show");
    for (const { path, method } of routes)
      expect(paths[path][method.toLowerCase()].security !== undefined, path).toBe(
        open.some((each) => each.path === path),
      );
    expect((await ask("GET", "/offer/show", {})).status).toBe(200);
  });

  test("says how to sign in, how a write is carried out, and how lists go on", async () => {
    const { components, paths } = await read();
    expect(components.securitySchemes).toMatchObject({
      token: { scheme: "bearer" },
      session: { in: "cookie", name: "cimpro_session" },
    });
    expect(Object.values(components.parameters).map((each) => (each as { name: string }).name)).toEqual([
      "Cimpro-Today",
      "Cimpro-Dry-Run",
      "Idempotency-Key",
    ]);
    const { parameters, responses } = paths["/account/list"].get;
    expect(parameters).toContainEqual(expect.objectContaining({ name: "cursor", in: "query", required: false }));
    expect(parameters).toContainEqual(
      expect.objectContaining({ name: "asOf", schema: expect.objectContaining({ format: "date" }) }),
    );
    expect(responses[200].content["application/json"].schema.required).toEqual(["items", "nextCursor"]);
    expect(paths["/time/log"].post.requestBody.content["application/json"].schema.required).toContain("account");
  });
});

test("a story over REST: opened, sold, logged, billed, paid and verified", async () => {
  practice.on("2025-03-10");
  const { get, post } = await as("admin");
  expect(await post("/account/open", { name: "Acme Tools" })).toMatchObject({
    status: 200,
    body: { id: "acme-tools" },
  });
  const sold = await post("/allowance/buy", { account: "acme-tools", kind: "lump-sum", minutes: 60, on: "2025-03-03" });
  expect(sold.body).toMatchObject({ invoice: { number: "INV-000001", total: 23_500 } });
  const work = { account: "acme-tools", worker: "Ann", on: "2025-03-03", minutes: 90 };
  const key = { "idempotency-key": "one" };
  const first = await post("/time/log", work, key);
  expect(first.body).toMatchObject({ cover: { allowance: [{ minutes: 60 }], open: 30 } });
  expect(await post("/time/log", work, key)).toMatchObject({ status: 200, body: first.body });
  expect(await post("/time/log", { ...work, minutes: 91 }, key)).toMatchObject({
    status: 409,
    body: { error: { code: "KEY_REUSED", details: { key: "one" } } },
  });
  expect((await post("/time/log", work, { "cimpro-dry-run": "1" })).body.cover.open).toBe(90);
  expect((await get("/allowance/balance?account=acme-tools")).body).toMatchObject({ openMinutes: 30 });

  const run = await post("/invoice/run", { through: "2025-03-09" });
  expect(run.body).toMatchObject({ invoices: [{ number: "INV-000002", total: 11_750 }], minutes: { allowance: 60 } });
  const stopped = await post("/time/log", { ...work, on: "2025-03-12" }, { "cimpro-today": "2025-03-12" });
  expect(stopped).toMatchObject({ status: 422, body: { error: { code: "WORK_STOPPED", clause: "INV-5" } } });
  const paid = await post("/payment/record", { account: "acme-tools", amount: 35_250 });
  expect(paid.body.payment.applications).toHaveLength(2);
  expect((await get("/account/standing?account=acme-tools")).body).toMatchObject({ standing: "good" });
  expect((await get("/allowance/burn-down?account=acme-tools&from=2025-03-03")).status).toBe(200);
  expect((await get("/books/verify")).body).toMatchObject({ ok: true, minutes: { worked: 90, invoiced: 30 } });

  for (const name of ["B", "C"]) await post("/account/open", { name });
  const names: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: { items: { name: string }[]; nextCursor: string | null } = (
      await get(`/account/list?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`)
    ).body;
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  expect(names).toEqual(["Acme Tools", "B", "C"]);
});

describe("a refusal over REST", () => {
  const refusal = (status: number, code: string, more: object = {}) => ({ status, body: { error: { code, ...more } } });

  test("has its status, code and facts", async () => {
    const { get, post } = await as("finance");
    expect(await ask("GET", "/account/list", {})).toMatchObject(refusal(401, "UNAUTHENTICATED"));
    expect(await post("/account/open", { name: "D" })).toMatchObject(refusal(403, "FORBIDDEN"));
    expect(await get("/account/show?account=nobody")).toMatchObject(refusal(404, "NOT_FOUND"));
    expect(await get("/account/show")).toMatchObject(refusal(400, "MALFORMED", { issues: [{ path: "account" }] }));
    expect(await get("/account/list?limit=lots")).toMatchObject(
      refusal(400, "MALFORMED", { issues: [{ path: "limit" }] }),
    );
    expect(await get("/account/list?lmit=5")).toMatchObject(refusal(400, "MALFORMED", { issues: [{ path: "lmit" }] }));
    expect(await get("/session/me?name=x")).toMatchObject(refusal(400, "MALFORMED"));
    expect(await post("/payment/record", {}, { "idempotency-key": "" })).toMatchObject(refusal(400, "MALFORMED"));
    expect(await get("/nothing/here")).toMatchObject(refusal(404, "NOT_FOUND"));
  });

  test("is told for the wrong method, and changes nothing", async () => {
    const { get, post } = await as("admin");
    const got = await get("/account/open?name=Got");
    expect(got).toMatchObject({ status: 405 });
    expect(got.headers.get("allow")).toBe("POST");
    expect(await post("/account/list")).toMatchObject({ status: 405 });
    expect(await get("/account/show?account=got")).toMatchObject({ status: 404 });
  });

  test("never tells what went wrong inside", async () => {
    const { get } = await as("admin");
    const { read } = practice.store;
    Object.assign(practice.store, { read: () => Promise.reject(new Error("secret path of the server")) });
    const broken = await get("/account/list");
    Object.assign(practice.store, { read });
    expect(broken).toMatchObject(refusal(500, "OUR_FAULT"));
    expect(JSON.stringify(broken.body)).not.toContain("secret");
  });

  test("meets what another site's page sends, what is no JSON, and what is too large", async () => {
    const session = await practice.session("admin");
    expect(await ask("POST", "/practice/set", { ...session, origin: practice.address }, {})).toMatchObject({
      status: 200,
    });
    for (const foreign of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }])
      expect(await ask("POST", "/account/open", { ...session, ...foreign }, { name: "Evil" })).toMatchObject(
        refusal(403, "FORBIDDEN"),
      );
    const send = (body: string, type: string) =>
      fetch(`${practice.address}/api/account/open`, {
        method: "POST",
        headers: { ...session, "content-type": type },
        body,
      });
    expect((await send('{"name":"Evil"}', "text/plain")).status).toBe(415);
    expect((await send("name=Evil", "application/x-www-form-urlencoded")).status).toBe(415);
    expect((await send("{", "application/json")).status).toBe(400);
    expect((await send(JSON.stringify({ name: "x".repeat(4 * 1024 * 1024) }), "application/json")).status).toBe(413);
  });
});
