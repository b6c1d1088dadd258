import type { Slice, Taken } from "../minutes/slice.ts";
import type { Day } from "../values/day.ts";
import { ok, type Result } from "../values/result.ts";
import { credit, type LineCredit, returnCovered } from "./credit.ts";
import type { Ledger } from "./ledger.ts";
import { wholePremiums } from "./void-invoice.ts";

export interface TakenBack {
  readonly ledger: Ledger;
  /** The numbers of the memos that it took. */
  readonly creditMemos: readonly string[];
}

/**
 * Takes all slices of an entry back: invoiced ones and premiums by credit memos, one for each invoice; the others return
 * to where they came from (INV-3). The books need the entry with all its slices and premiums, the invoices of those, and
 * every open invoice.
 */
export function takeBack(
  ledger: Ledger,
  { entry, note, today }: { readonly entry: string; readonly note: string; readonly today: Day },
): Result<TakenBack> {
  const standing = ledger.books.slices.filter((slice) => slice.entry === entry && slice.minutes > 0);
  const whole = standing.map((slice): Taken<Slice> => ({ ...slice, taken: slice.minutes }));
  const invoiced = whole.flatMap((slice) => (slice.place.kind === "invoice" ? [{ slice, ...slice.place }] : []));
  const premiums = wholePremiums(ledger.books.premiums.filter((premium) => premium.entry === entry));
  let left = returnCovered(
    ledger,
    whole.filter(({ place }) => place.kind !== "invoice"),
    today,
  );
  const creditMemos: string[] = [];
  for (const number of new Set([...invoiced, ...premiums].map(({ invoice }) => invoice))) {
    const own = invoiced.filter(({ invoice }) => invoice === number);
    const lines = [...Map.groupBy(own, ({ line }) => line)].map(
      ([line, parts]): LineCredit => ({
        line,
        minutes: parts.reduce((sum, { slice }) => sum + slice.taken, 0),
        slices: parts.map(({ slice }) => slice),
      }),
    );
    const premium = premiums.filter(({ invoice }) => invoice === number);
    const request = { invoice: number, lines, premium, reason: "rebill", note, voids: false, today } as const;
    const credited = credit(left, request);
    if (!credited.ok) return credited;
    left = credited.value.ledger;
    creditMemos.push(credited.value.memo.number);
  }
  return ok({ ledger: left, creditMemos });
}
