import { randomUUID } from "node:crypto";
import type { Settings } from "../program/settings.ts";
import type { Intent } from "./client.ts";

/** As the server names them (`settingHeaders` of the API, whose code a client over HTTP does not load). */
export const headerNames = { key: "idempotency-key", today: "cimpro-today", dryRun: "cimpro-dry-run" } as const;

/** What one invocation says with each of its requests. A write always has a key, so that it is never done twice. */
export function settingHeadersOf(settings: Settings, intent: Intent): Record<string, string> {
  return {
    ...(intent === "write" ? { [headerNames.key]: settings.idempotencyKey ?? randomUUID() } : {}),
    ...(settings.today === undefined ? {} : { [headerNames.today]: settings.today }),
    ...(settings.dryRun ? { [headerNames.dryRun]: "1" } : {}),
  };
}
