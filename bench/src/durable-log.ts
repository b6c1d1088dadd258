import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@cimpro/api";
import { openStore } from "@cimpro/store";
import Database from "better-sqlite3";
import fastify from "fastify";
import type { Comparison } from "./measure.ts";

const connections = 16;
const requests = 800;

/** Requests a second of `time log` through the API against a bare Fastify handler that inserts one row as durably. */
export async function durableLog(): Promise<Comparison & { stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "cimpro-bench-"));
  const file = join(folder, "books.db");
  const store = await openStore(file, { schema: "create", now: () => new Date().toISOString() });
  await store.close();
  let link = "";
  const serving = await serve({
    database: file,
    port: 0,
    demo: false,
    webRoot: null,
    now: Date.now,
    onReady: (ready) => {
      link = ready;
    },
  });
  const cookie = await signedIn(link);
  const post = (path: string, body: unknown): Promise<void> =>
    send(`${serving.address}${path}`, body, { cookie, "idempotency-key": randomUUID() });
  await post("/trpc/account.open", { name: "Bench", id: "bench" });
  const bare = await bareServer(join(folder, "bare.db"));
  const entry = () => ({ account: "bench", worker: "ann", minutes: 30, note: "a call", id: randomUUID() });
  return {
    name: "durable `time log` requests through the API, 16 connections",
    baseName: "bare Fastify insert",
    unit: "per second",
    bound: 0.3,
    aim: 0.5,
    ours: () => throughput(() => post("/trpc/time.log", entry())),
    base: () => throughput(() => send(`${bare.address}/log`, entry(), {})),
    stop: async () => {
      await serving.stop();
      await bare.stop();
      agent.destroy();
    },
  };
}

async function bareServer(file: string) {
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("create table entry (id text primary key, account text, worker text, minutes integer, note text) strict");
  const insert = db.prepare("insert into entry values (@id, @account, @worker, @minutes, @note)");
  const app = fastify();
  app.post("/log", async ({ body }) => {
    insert.run(body as Record<string, unknown>);
    return { ok: true };
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    address,
    stop: async () => {
      await app.close();
      db.close();
    },
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: connections });

function send(url: string, body: unknown, headers: Record<string, string>): Promise<void> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        agent,
        headers: { "content-type": "application/json", "content-length": Buffer.byteLength(text), ...headers },
      },
      (answer) => {
        answer.resume();
        answer.once("end", () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
        );
      },
    );
    sent.once("error", reject);
    sent.end(text);
  });
}

function signedIn(link: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(link, { agent }, (answer) => {
      answer.resume();
      resolve((answer.headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "");
    })
      .once("error", reject)
      .end();
  });
}

async function throughput(one: () => Promise<void>): Promise<number> {
  const start = performance.now();
  let left = requests;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return requests / ((performance.now() - start) / 1000);
}
