import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { appRouter, openStore, type Store, settingsFrom } from "@cimpro/api";
import type { AppRouter } from "@cimpro/api/router-types";
import { createTRPCClient, TRPCClientError, type TRPCLink } from "@trpc/client";
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Connection, Intent } from "./client.ts";
import { farDaysLink } from "./far-days.ts";
import { isFile, placeOf } from "./place.ts";
import { settingHeadersOf } from "./setting-headers.ts";

/** Whoever runs the program, as the journal names them. */
export function localActor(): { readonly name: string; readonly role: "admin" } {
  try {
    return { name: `local:${userInfo().username}`, role: "admin" };
  } catch {
    return { name: `local:${process.getuid?.() ?? "unknown"}`, role: "admin" };
  }
}

/** Opens the books for a command. A write begins new ones where there are none; a rehearsal does not. */
export async function openBooks(settings: Settings, terminal: Terminal, intent: Intent): Promise<Store> {
  const place = placeOf(settings, terminal);
  const begins = intent === "write" && !settings.dryRun;
  const isNew = begins && isFile(place) && !existsSync(place);
  const now = () => new Date(terminal.now()).toISOString();
  const store = await openStore(place, { schema: begins ? "create" : "require", now });
  if (isNew && !settings.quiet) terminal.err(`New books were begun in ${place}.\n`);
  return store;
}

/** The client on books opened in this process: the same router as over HTTP, called without the detour of a request. */
export async function connectToBooks(settings: Settings, terminal: Terminal, intent: Intent): Promise<Connection> {
  const headers = settingHeadersOf(settings, intent);
  const store = await openBooks(settings, terminal, intent);
  try {
    const chosen = settingsFrom((name) => headers[name], true);
    const site = terminal.env.CIMPRO_PUBLIC_URL;
    const context = { store, actor: localActor(), now: terminal.now, session: null, site, ...chosen };
    return {
      client: createTRPCClient<AppRouter>({ links: [farDaysLink(settings, terminal), callLink(context)] }),
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

type Context = Parameters<typeof appRouter.createCaller>[0];

const callLink =
  (ctx: Context): TRPCLink<AppRouter> =>
  () =>
  ({ op: { type, path, input } }) =>
    observable((observer) => {
      callTRPCProcedure({
        router: appRouter,
        type,
        path,
        ctx,
        getRawInput: async () => input,
        signal: undefined,
        batchIndex: 0,
      }).then(
        (data) => {
          observer.next({ result: { type: "data", data } });
          observer.complete();
        },
        (thrown: unknown) => {
          const error = getTRPCErrorFromUnknown(thrown);
          const config = appRouter._def._config;
          const shape = getTRPCErrorShape({ config, error, type, path, input, ctx: undefined });
          observer.error(TRPCClientError.from({ error: shape }, { cause: error }));
        },
      );
    });
