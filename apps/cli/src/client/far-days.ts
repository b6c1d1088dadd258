import type { AppRouter } from "@cimpro/api/router-types";
import { dayInZone, farFromToday, isDay } from "@cimpro/domain";
import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Fields that say how far to look or to bill, and rows of files, of whose days the answer tells. */
const passedOver = new Set(["through", "asOf", "rows", "entries", "policy"]);

/** The days of an input that lie so far from today that they may be mistyped. */
export function farDays(input: unknown, today: string): readonly string[] {
  if (typeof input === "string") return isDay(input) && farFromToday(input, today) !== null ? [input] : [];
  if (typeof input !== "object" || input === null) return [];
  return Object.entries(input).flatMap(([field, value]) => (passedOver.has(field) ? [] : farDays(value, today)));
}

/** Remarks on such days once what they were stated for is done; what can only be mistyped is refused by the server. */
export const farDaysLink =
  (settings: Settings, terminal: Terminal): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => {
          const today = settings.today ?? dayInZone(terminal.now(), "UTC");
          const far = op.type === "mutation" && !settings.quiet ? farDays(op.input, today) : [];
          for (const day of new Set(far)) terminal.err(`Note: ${day} lies far from today (${today}); check it.\n`);
          observer.next(value);
        },
        error: (error) => observer.error(error),
        complete: () => observer.complete(),
      }),
    );
