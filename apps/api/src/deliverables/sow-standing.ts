import { depositLeft, depositUsed, heldMinutes, type Sow, type SowWork } from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { sowWorkOf } from "./sow-work.ts";

/** Where the money and the minutes of an approved SOW stand. */
export interface SowStanding {
  /** Used for covered time, in the smallest unit (DLV-3). */
  readonly used: number;
  /** What time can still draw on, or what comes back when the work closes; 0 once it has (DLV-3). */
  readonly left: number;
  /** Given back by credit memos. */
  readonly credited: number;
  /** Open minutes beyond the approved total (DLV-5). */
  readonly heldMinutes: number;
  /** Frozen minutes that count toward the approved total (DLV-5). */
  readonly settledMinutes: number;
}

export async function sowStanding(books: Books, sow: Sow): Promise<SowStanding> {
  const work = (await sowWorkOf(books, sow.account)).find(({ deliverable }) => deliverable === sow.deliverable);
  const credited = await creditedOf(books, sow);
  if (work === undefined) {
    const outside = (await books.deliverables.find(sow.account, sow.deliverable))?.returnOutside ?? 0;
    return { used: sow.deposit - credited - outside, left: 0, credited, heldMinutes: 0, settledMinutes: 0 };
  }
  const left = depositLeft(work.deposit, work.ratePerHour);
  return {
    used: depositUsed(work.deposit, work.ratePerHour),
    left,
    credited,
    heldMinutes: await heldOf(books, sow, work),
    settledMinutes: work.countedMinutes,
  };
}

async function creditedOf(books: Books, { account, depositInvoice }: Sow): Promise<number> {
  if (depositInvoice === null) return 0;
  const lines = await books.invoices.lines(account, depositInvoice);
  return lines.reduce((sum, { creditedAmount }) => sum + creditedAmount, 0);
}

/** One deliverable has few open entries: as many as were worked since the last run, and what is held. */
const mostEntries = 100_000;

async function heldOf(books: Books, { account, deliverable }: Sow, work: SowWork): Promise<number> {
  const open = await books.entries.list({ account, deliverable, open: true, limit: mostEntries });
  const inOrder = open.toSorted((a, b) => a.sequence - b.sequence);
  const held = heldMinutes(
    [work],
    inOrder.map(({ id, on, openMinutes }) => ({ id, on, deliverable, minutes: openMinutes })),
  );
  return [...held.values()].reduce((sum, minutes) => sum + minutes, 0);
}
