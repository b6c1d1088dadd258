import { isDay, rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import type { Context } from "./context.ts";

/** The header names of what a request may say about how it is to be carried out. */
export const settingHeaders = { key: "idempotency-key", today: "cimpro-today", dryRun: "cimpro-dry-run" } as const;

const longestKey = 200;

/** Reads them; another business day than the clock's is for admins and in process only (contract). */
export function settingsFrom(
  header: (name: string) => string | null | undefined,
  mayChooseToday: boolean,
): Pick<Context, "key" | "today" | "dryRun"> {
  const key = header(settingHeaders.key) ?? null;
  const today = header(settingHeaders.today) ?? null;
  if (key !== null && (key === "" || key.length > longestKey))
    throw malformed(settingHeaders.key, `must have 1 to ${longestKey} characters`);
  if (today !== null && !isDay(today))
    throw malformed(settingHeaders.today, "not a date of the calendar; write YYYY-MM-DD");
  if (today !== null && !mayChooseToday)
    throw new Refused(rejection("FORBIDDEN", { action: "Choosing the business day", roles: ["admin"] }));
  return { key, today, dryRun: header(settingHeaders.dryRun) === "1" };
}

const malformed = (path: string, message: string): Refused =>
  new Refused(rejection("MALFORMED", { issues: [{ path, message }] }));
