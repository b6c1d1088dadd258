import { amountFor, heldMinutes } from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { sowWorkOf } from "../deliverables/sow-work.ts";

/** Time of a deliverable beyond what was approved, and what would release it (DLV-5). */
export interface HeldTime {
  readonly account: string;
  readonly accountName: string;
  readonly deliverable: string;
  readonly name: string;
  readonly approvedMinutes: number;
  readonly heldMinutes: number;
  /** What it comes to at the rate of the SOW, without premium. */
  readonly amount: number;
  /** A change order that waits for the customer, and how much of the held time its approval releases. */
  readonly proposed: { readonly id: string; readonly minutes: number; readonly releases: number } | null;
}

/** How many SOWs are read at once. */
const atOnce = 500;

/** Held time of all accounts, or of one, the most first. */
export async function heldTime(books: Books, only: string | undefined): Promise<readonly HeldTime[]> {
  const found: HeldTime[] = [];
  for (const account of only === undefined ? await accountsWithSows(books) : [only]) {
    const works = await sowWorkOf(books, account);
    const open = await books.entries.openOf(
      account,
      works.map(({ deliverable }) => deliverable),
    );
    const held = heldMinutes(works, open);
    if (held.size === 0) continue;
    const accountName = (await books.accounts.find(account))?.name ?? account;
    for (const { deliverable, approvedMinutes, ratePerHour } of works) {
      const minutes = open.reduce(
        (sum, entry) => (entry.deliverable === deliverable ? sum + (held.get(entry.id) ?? 0) : sum),
        0,
      );
      if (minutes === 0) continue;
      const orders = await books.changeOrders.of(account, deliverable);
      const order = orders.find(({ state }) => state === "proposed");
      found.push({
        ...{ account, accountName, deliverable, approvedMinutes, heldMinutes: minutes },
        name: (await books.deliverables.find(account, deliverable))?.name ?? deliverable,
        amount: amountFor(minutes, ratePerHour),
        proposed:
          order === undefined
            ? null
            : { id: order.id, minutes: order.minutes, releases: Math.min(minutes, Math.max(0, order.minutes)) },
      });
    }
  }
  return found.toSorted((a, b) => b.amount - a.amount);
}

async function accountsWithSows(books: Books): Promise<readonly string[]> {
  const accounts = new Set<string>();
  type Place = { readonly state: string; readonly on: string; readonly account: string; readonly id: string };
  for (let after: Place | undefined; ; ) {
    const sows = await books.sows.across({ states: ["approved"], limit: atOnce, after });
    for (const { account } of sows) accounts.add(account);
    const last = sows.at(-1);
    if (last === undefined || sows.length < atOnce) return [...accounts].toSorted();
    after = { state: "approved", on: last.issuedOn, account: last.account, id: last.id };
  }
}
