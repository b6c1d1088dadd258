import { dayInZone } from "@cimpro/domain";
import type { Store } from "@cimpro/store";
import { tellStanding } from "./tell.ts";

/**
 * What a new day brings without anybody doing something: an invoice becomes past due, and work stops. Looked at account
 * by account, in a transaction each; looking twice tells nothing twice.
 */
export async function tellOfTheDay(store: Store, now: number): Promise<void> {
  const at = new Date(now).toISOString();
  const accounts = await store.read(async (books) => {
    const zone = (await books.practice.find())?.timeZone ?? "UTC";
    return (await books.accounts.list()).map((account) => ({
      account,
      today: dayInZone(now, account.timeZone ?? zone),
    }));
  });
  for (const { account, today } of accounts) await store.touch((books) => tellStanding(books, account, today, at));
}

/** Looks at once, and again whenever another hour has begun, until it is stopped. */
export function watchDays(store: Store, now: () => number, onError: (error: unknown) => void) {
  const everyMs = 3_600_000;
  let looking: Promise<void> = Promise.resolve();
  const look = (): void => {
    looking = looking.then(() => tellOfTheDay(store, now())).catch(onError);
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
