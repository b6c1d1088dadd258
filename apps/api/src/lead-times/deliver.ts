import { creditPremium, type IssuedMemo, ok, type PremiumDecision, post } from "@cimpro/domain";
import type { Books, Head } from "@cimpro/store";
import { decideOn } from "../ledger/decide-on.ts";
import { type Delivery, decisionOf, proposalOf, type WorkedOut, workOut } from "./settlement.ts";

export interface Delivered {
  /** Null where nothing carries a premium. */
  readonly decision: PremiumDecision | null;
  readonly creditMemos: readonly IssuedMemo[];
}

/**
 * Settles the premium of a deliverable at its delivery, once (LEAD-8): what is a duty at once (LEAD-3), what "may" be
 * done as a proposal to a coordinator (LEAD-4). A later delivery of the same work changes nothing.
 */
export async function deliver(
  books: Books,
  head: Head,
  { person: _person, ...delivery }: Delivery & { readonly person: string },
): Promise<Delivered> {
  const known = await books.premiumDecisions.find(delivery.account, delivery.deliverable);
  if (known !== undefined) return { decision: known, creditMemos: [] };
  const worked = await workOut(books, delivery);
  return worked === null ? { decision: null, creditMemos: [] } : settleOrPropose(books, head, delivery, worked);
}

/** Applies an automatic settlement; a proposed one waits for a decision. */
export async function settleOrPropose(
  books: Books,
  head: Head,
  delivery: Delivery,
  worked: WorkedOut,
): Promise<Delivered> {
  if (worked.evidence.decision === "automatic")
    return settle(books, head, delivery, worked, { state: "automatic", decidedBy: null, reason: null });
  const decision = proposalOf(delivery, worked);
  await books.premiumDecisions.put(decision);
  return { decision, creditMemos: [] };
}

/** Takes the decision: credits what is invoiced, and keeps at which premium the rest is charged (LEAD-8). */
export async function settle(
  books: Books,
  head: Head,
  delivery: Delivery,
  worked: WorkedOut,
  taken: Pick<PremiumDecision, "state" | "decidedBy" | "reason">,
): Promise<Delivered> {
  const settled = taken.state === "declined" ? worked.declined : worked.settled;
  const { account, deliverable, on, today } = delivery;
  const note = `Premium of ${deliverable}: ${taken.state === "declined" ? "stays due" : worked.evidence.outcome}`;
  const about = { deliverable, deliveredOn: on, today, note };
  const wanted = { deliverable, premiums: true };
  const { decision, creditMemos } = await decideOn(books, head, account, wanted, (ledger) => {
    const credited = creditPremium(ledger, settled, about);
    const numbers = credited.creditMemos.map(({ number }) => number);
    const decided = decisionOf(delivery, worked, settled, { ...taken, creditMemos: numbers });
    return ok({
      ...credited,
      ledger: post(credited.ledger, { type: "premium-decided", decision: decided }),
      decision: decided,
    });
  });
  return { decision, creditMemos };
}
