import type { Store } from "@cimpro/store";
import type { Actor } from "../access/roles.ts";
import { appRouter } from "../router.ts";

/** The public API as one person has it on one day. */
export type Desk = ReturnType<typeof deskOf>;

/**
 * Each write is told apart by what it is, through its idempotency key: told again, it gives its first answer. So a
 * seeding that was cut off, or that two processes began, ends with the same books.
 */
export const deskOf = (store: Store, now: number) => (actor: Actor, day: string, what: string) =>
  appRouter.createCaller({
    store,
    actor,
    // Recorded in the afternoon of the day itself, and never ahead of the clock.
    now: () => Math.min(Date.parse(`${day}T16:00:00Z`), now),
    today: day,
    key: `demo: ${what}`,
    dryRun: false,
    session: null,
  });

export const coordinator: Actor = { name: "Dana Coordinator", role: "coordinator" };
export const clerk: Actor = { name: "Felix Amara", role: "finance" };
export const consultant: Actor = { name: "Elena Soto", role: "consultant" };
const developers: readonly string[] = ["Marcus Webb", "Tom Okafor"];
/** Whoever keeps their own time. */
export const personNamed = (name: string): Actor => {
  if (name === coordinator.name) return coordinator;
  return { name, role: developers.includes(name) ? "developer" : "consultant" };
};
