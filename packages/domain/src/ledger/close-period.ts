import type { CoveredSpan, LineSpan } from "../billing/draft.ts";
import type { ClosedPeriod } from "../billing/step.ts";
import type { Invoice } from "../invoices/invoice.ts";
import type { Settling } from "../minutes/move.ts";
import type { Day } from "../values/day.ts";
import { closeEnded } from "./end-work.ts";
import { issueInvoice } from "./issue-invoice.ts";
import type { IssuedMemo } from "./issue-memo.ts";
import { type Ledger, post } from "./ledger.ts";

export interface PeriodPosted {
  readonly ledger: Ledger;
  readonly invoice: Invoice | null;
  /** What is left of deposits of work that ended and closes with its last minutes (DLV-3). */
  readonly creditMemos: readonly IssuedMemo[];
}

/**
 * Posts what closing a period comes to: its invoice, where every minute goes, what stays open, and the closing of work
 * that has ended (INV-1, ALW-6). The books need the open entries before the period's end, and what `closeEnded` needs.
 */
export function postPeriod(ledger: Ledger, closed: ClosedPeriod, today: Day): PeriodPosted {
  const { closedThrough, leftOpen, covered, labor, premium, period } = closed;
  const issued = closed.invoice === null ? { ledger, invoice: null } : issueInvoice(ledger, closed.invoice);
  const number = issued.invoice?.number ?? "";
  const moves = [
    ...covered.map((span) => settling(span, span.place, today)),
    ...labor.map((span) => settling(span, { kind: "invoice", invoice: number, line: span.line }, today)),
  ];
  const posted = post(
    issued.ledger,
    ...(moves.length === 0 ? [] : [{ type: "minutes-moved" as const, moves }]),
    ...(premium.length === 0
      ? []
      : [{ type: "premium-charged" as const, slices: premium.map(charged(number, today)) }]),
    { type: "period-closed", period, closedThrough, leftOpen },
  );
  const ended = closeEnded(posted, today);
  return { ...ended, invoice: issued.invoice };
}

const settling = (
  { entry, round, from, to, workedOn }: CoveredSpan | LineSpan,
  target: Settling["target"],
  on: Day,
): Settling => ({
  entry,
  round,
  from,
  to,
  workedOn,
  source: { kind: "open" },
  target,
  on,
  clause: target.kind === "invoice" ? "INV-1" : target.kind === "deposit" ? "DLV-3" : "ALW-5",
});

const charged = (invoice: string, chargedOn: Day) => (span: LineSpan) => ({
  ...span,
  invoice,
  chargedOn,
  minutes: span.to - span.from,
});
