import { openStore, type Store } from "@cimpro/store";
import { createTRPCClient, httpBatchLink, httpLink, TRPCClientError } from "@trpc/client";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { expect } from "vitest";
import { customers, type Role } from "../src/access/roles.ts";
import { newSignInLink } from "../src/access/sign-in.ts";
import type { Refusal } from "../src/refusal.ts";
import type { AppRouter } from "../src/router.ts";
import { buildServer } from "../src/server.ts";
import { type Api, embeddedApi, headersOf, type Settings } from "./client.ts";
import { freshFile, type Place } from "./places.ts";

/** A practice that is open for a test: its books, a server on loopback, and a clock that the test sets. */
export interface Practice {
  readonly store: Store;
  readonly server: FastifyInstance;
  readonly address: string;
  /** The business day from here on, at noon UTC; or an instant. */
  on(day: string): void;
  /** In process, as the CLI works on a file. */
  local(settings?: Settings, role?: Role, name?: string): Api;
  /** Over HTTP, signed in by a token; a customer's is one of the account `acme`. */
  as(role: Role, settings?: Settings): Promise<Api>;
  /** The headers of a session that a sign-in link opened, as a browser would send them. */
  session(role: Role): Promise<Record<string, string>>;
  /** Over HTTP with just these headers; several calls at once share a request. */
  anyone(headers?: Record<string, string>): Api;
  close(): Promise<void>;
}

export const personOf = (role: Role): string => `Test ${role}`;

const accountFor = (role: Role) => (customers.includes(role) ? { account: "acme" } : {});

export async function openPractice(place: Place = freshFile(), today = "2024-01-08"): Promise<Practice> {
  const clock = { day: today };
  const now = () => Date.parse(clock.day.includes("T") ? clock.day : `${clock.day}T12:00:00Z`);
  const store = await openStore(place.url, { schema: "migrate", now: () => new Date(now()).toISOString() });
  const server = await buildServer({ store, now, logger: pino({ level: "silent" }), webRoot: null });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  const tokens = new Map<Role, string>();

  const local = (settings: Settings = {}, role: Role = "admin", name = personOf(role)): Api =>
    embeddedApi(store, { actor: { name, role }, now }, settings);

  return {
    store,
    server,
    address,
    on: (day) => {
      clock.day = day;
    },
    local,
    as: async (role, settings = {}) => {
      const token =
        tokens.get(role) ??
        (await local().token.create.mutate({ name: personOf(role), role, ...accountFor(role) })).token;
      tokens.set(role, token);
      const headers = { ...headersOf(settings), authorization: `Bearer ${token}` };
      return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${address}/trpc`, headers })] });
    },
    session: async (role) => {
      const link = await newSignInLink(store, { name: personOf(role), role }, now());
      const answer = await fetch(`${address}/sign-in/${link}`, { redirect: "manual" });
      return { cookie: (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "" };
    },
    anyone: (headers = {}) =>
      createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${address}/trpc`, headers })] }),
    close: async () => {
      await server.close();
      await store.close();
      await place.remove();
    },
  };
}

/** What a call was refused with: the shape that every client reads. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal & { readonly status: number }> {
  const error = await call.then(
    () => new Error("the call was not refused"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCClientError)) throw error;
  const data: unknown = error.data;
  expect(data).toMatchObject({ refusal: { code: expect.any(String), message: error.message } });
  const { httpStatus, refusal } = data as { httpStatus: number; refusal: Refusal };
  return { ...refusal, status: httpStatus };
}

/** What calls that were begun together were refused with; awaited together, so that none fails unheard before its turn. */
export const refusalsOf = (calls: readonly Promise<unknown>[]) => Promise.all(calls.map(refusalOf));

/** Fails with the problems that were found. */
export async function expectGoodBooks(api: Api): Promise<void> {
  expect(await api.books.verify.query()).toMatchObject({ ok: true, problems: [] });
}
