import type { AppRouter } from "@cimpro/api/router-types";
import { createTRPCClient, httpLink } from "@trpc/client";
import { Failure, malformed } from "../failure/failure.ts";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Connection, Intent } from "./client.ts";
import { farDaysLink } from "./far-days.ts";
import { headerNames, settingHeadersOf } from "./setting-headers.ts";

/** The client over HTTP, to the practice that `--api` names. */
export function connectOverHttp(api: string, settings: Settings, terminal: Terminal, intent: Intent): Connection {
  const headers = settingHeadersOf(settings, intent);
  const link = httpLink({
    url: trpcAddress(api),
    headers: { ...headers, ...(settings.token === undefined ? {} : { authorization: `Bearer ${settings.token}` }) },
    fetch: async (url, init) => {
      const request = { ...init, signal: init?.signal ?? null };
      return answered(api, await reached(api, headers[headerNames.key], () => fetch(url, request)));
    },
  });
  return {
    client: createTRPCClient<AppRouter>({ links: [farDaysLink(settings, terminal), link] }),
    close: async () => {},
  };
}

function trpcAddress(api: string): string {
  const base = URL.parse(api.endsWith("/") ? api : `${api}/`);
  if (base === null || !/^https?:$/.test(base.protocol))
    throw malformed("--api", `"${api}" is not an address; write one such as http://127.0.0.1:4310`);
  return new URL("trpc", base).href;
}

async function reached(api: string, key: string | undefined, request: () => Promise<Response>): Promise<Response> {
  try {
    return await request();
  } catch (cause) {
    const retry = key === undefined ? "" : ` To be sure that it is done once, repeat it with --idempotency-key ${key}.`;
    const message = `${api} does not answer (${reasonOf(cause)}): check the address and that it is being served.${retry}`;
    const details = key === undefined ? {} : { details: { idempotencyKey: key } };
    throw new Failure({ code: "API_UNREACHABLE", message, ...details }, { cause });
  }
}

/** Whatever else listens there does not answer in JSON. */
function answered(api: string, response: Response): Response {
  if (response.headers.get("content-type")?.includes("application/json")) return response;
  throw new Failure({
    code: "API_UNREADABLE",
    message: `${api} answers (${response.status}), but not as a cimpro server does: check the address.`,
  });
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return error instanceof Error ? error.message : String(error);
}
