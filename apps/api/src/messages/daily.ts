import { dayInZone } from "@cimpro/domain";
import type { Account, Books, Store } from "@cimpro/store";
import { promiseAtRisk } from "./at-risk.ts";
import { tellLeadTimeAtRisk, tellStanding } from "./tell.ts";

/**
 * What a new day brings without anybody doing something: an invoice becomes past due and work stops, a promise comes near.
 * Looked at account by account, in a transaction each; looking twice tells nothing twice.
 */
export async function tellOfTheDay(store: Store, now: number): Promise<void> {
  const at = new Date(now).toISOString();
  const { accounts, zone } = await store.read(async (books) => ({
    accounts: await books.accounts.list(),
    zone: (await books.practice.find())?.timeZone ?? "UTC",
  }));
  for (const account of accounts) {
    const today = dayInZone(now, account.timeZone ?? zone);
    await store.touch(async (books) => {
      await tellStanding(books, account, today, at);
      await tellPromisesAtRisk(books, account, today, at);
    });
  }
}

/** The lead times of an account that are still guaranteed, not kept yet, and due soon or past. */
async function tellPromisesAtRisk(books: Books, account: Account, today: string, at: string): Promise<void> {
  for (const deliverable of await books.deliverables.list(account.id, ["open"])) {
    const risk = await promiseAtRisk(books, deliverable, today);
    if (risk !== null) await tellLeadTimeAtRisk(books, risk, at);
  }
}

/** Looks at once, and again every hour, until it is stopped. */
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
