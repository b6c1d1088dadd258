import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cimpro, deskOn, folder, newDesk, started } from "./cimpro.ts";
import { ready, served } from "./served.ts";

describe("serve", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("serves until %s, then ends with 0", async (signal) => {
    const child = started(["serve", "--db", join(folder(), "books.db"), "--port", "0"]);
    const address = await ready(child);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const ended = once(child, "exit");
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  });
  test("says when its port is taken", async () => {
    const { address } = await served();
    const { port } = new URL(address);
    expect(await newDesk().refused("serve", "--port", port)).toMatchObject({ exit: 4, code: "PORT_TAKEN" });
  });
  test("refuses what is no port", async () => {
    expect(await newDesk().refused("serve", "--port", "70000")).toMatchObject({ exit: 2, code: "MALFORMED" });
    const { code } = await cimpro(["serve", "--db", newDesk().file], { env: { PORT: "http" } });
    expect(code).toBe(2);
  });
  test("the demo is served from a database of its own", async () => {
    const data = folder();
    const child = started(["serve", "--demo", "--port", "0"], { env: { XDG_DATA_HOME: data } });
    await ready(child);
    expect(await deskOn(["--db", join(data, "cimpro", "demo.db")]).ask("practice", "show")).toMatchObject({
      demo: true,
    });
  });
});

describe("demo seed", () => {
  test("goes into new books only", async () => {
    const desk = newDesk();
    expect(await desk.ask("demo", "seed")).toMatchObject({ seeded: true, database: desk.file });
    expect(await desk.ask("practice", "show")).toMatchObject({ demo: true });
    const real = newDesk();
    await real.ask("account", "open", "--name", "Acme");
    expect(await real.refused("demo", "seed")).toMatchObject({
      exit: 4,
      code: "DEMO_NEEDS_NEW_BOOKS",
      details: { accounts: 1 },
    });
  });
});

describe("over HTTP", () => {
  test("a token is what its role may do, until it is revoked", async () => {
    const { address, file, admin } = await served();
    await admin.ask("account", "open", "--name", "Acme");
    const books = deskOn(["--db", file]);
    const { id, token } = await books.ask<{ id: string; token: string }>(
      ...["token", "create", "--name", "Bo", "--role", "consultant"],
    );
    const bo = deskOn(["--api", address], { CIMPRO_TOKEN: token });
    expect(await bo.ask("time", "log", "1h", "--account", "acme")).toMatchObject({ entry: { worker: "Bo" } });
    expect(await bo.refused("account", "open", "--name", "Globex")).toMatchObject({
      exit: 1,
      code: "FORBIDDEN",
      clause: "ROLE-5",
    });
    expect(await bo.refused("time", "log", "1h", "--account", "acme", "--today", "2025-03-01")).toMatchObject({
      exit: 1,
      code: "FORBIDDEN",
    });
    expect(await bo.ask("account", "standing", "acme", "--today", "2025-03-01")).toMatchObject({ standing: "good" });
    const { items } = await books.ask<{ items: { name: string; revokedAt: string | null }[] }>("token", "list");
    expect(items.map(({ name, revokedAt }) => [name, revokedAt])).toContainEqual(["Bo", null]);
    await admin.ask("token", "revoke", id, "--yes");
    expect(await bo.refused("account", "list")).toMatchObject({ exit: 1, code: "UNAUTHENTICATED" });
    expect(await deskOn(["--api", address]).refused("account", "list")).toMatchObject({
      exit: 1,
      code: "UNAUTHENTICATED",
    });
  });
  test("the same key over HTTP and on the file is one write", async () => {
    const { file, admin } = await served();
    await admin.ask("account", "open", "--name", "Acme");
    const log = ["time", "log", "1h", "--account", "acme", "--idempotency-key", "k"];
    const first = await admin.ask(...log);
    expect(await admin.ask(...log)).toEqual(first);
    expect(await deskOn(["--db", file]).ask("time", "list")).toMatchObject({ items: [{ minutes: 60 }] });
  });
  test("dry runs, malformed input and unknown things are answered as on a file", async () => {
    const { admin } = await served();
    expect(await admin.ask("account", "open", "--name", "Acme", "--dry-run")).toMatchObject({ id: "acme" });
    expect(await admin.refused("account", "show", "acme")).toMatchObject({ exit: 3, code: "NOT_FOUND" });
    expect(await admin.refused("account", "show", "No Slug")).toMatchObject({
      exit: 2,
      code: "MALFORMED",
      issues: [{ path: "account" }],
    });
    expect(await admin.ask("doctor")).toMatchObject({ ok: true });
  });
  test("another server there is told from ours", async () => {
    const { address } = await served();
    expect(await deskOn(["--api", `${address}/elsewhere`]).refused("account", "list")).toMatchObject({ exit: 70 });
  });
});
