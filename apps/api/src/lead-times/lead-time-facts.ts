import {
  type LeadTimeClock,
  type LeadTimeFacts,
  leadTimeClock,
  type Policy,
  type PolicyVersion,
  policyOn,
  promisingSow,
  settledOn,
  stoppages,
} from "@cimpro/domain";
import { type Books, orRefuse } from "@cimpro/store";

/** A lead time as the records tell it, with the terms that its SOW was issued under. */
export interface LeadTimeOnBooks {
  readonly facts: LeadTimeFacts;
  readonly terms: Policy;
}

/**
 * Loads what the lead time of a deliverable rests on; null where no approved SOW promises one. The terms are those of the
 * SOW's policy version: what was promised under them stays.
 */
export async function leadTimeOf(
  books: Books,
  { account, deliverable }: { readonly account: string; readonly deliverable: string },
  today: string,
  deliveredOn: string | null,
): Promise<LeadTimeOnBooks | null> {
  const sow = promisingSow(await books.sows.of(account, deliverable));
  if (sow === null || sow.approvedOn > today) return null;
  const versions = await books.policies.all();
  const histories = await books.invoices.histories(account);
  const deposit = histories.find(({ number }) => number === sow.depositInvoice);
  const waits = await books.waits.of(account, deliverable);
  return {
    facts: {
      sow,
      depositPaidOn: deposit === undefined ? null : settledOn(deposit, today),
      changeOrders: await books.changeOrders.of(account, deliverable),
      waits: waits.filter(({ from }) => from <= today),
      stoppages: stoppages(histories, today, policyOn(versions, today).policy.invoices.graceDays),
      deliveredOn,
    },
    terms: issuedUnder(versions, sow.policyVersion, today),
  };
}

/** The day a deliverable was delivered: that of its settlement, else what the process states (LEAD-7). */
export async function deliveryDay(books: Books, account: string, deliverable: string): Promise<string | null> {
  const decision = await books.premiumDecisions.find(account, deliverable);
  return decision?.deliveredOn ?? (await books.phaseRecords.find(account, deliverable))?.deliveredOn ?? null;
}

/** Where the lead time of a deliverable stands on a day; null where no approved SOW promises one. */
export async function leadTimeClockOf(
  books: Books,
  account: string,
  deliverable: string,
  today: string,
): Promise<LeadTimeClock | null> {
  const deliveredOn = await deliveryDay(books, account, deliverable);
  const known = await leadTimeOf(books, { account, deliverable }, today, deliveredOn);
  return known === null ? null : orRefuse(leadTimeClock(known.facts, known.terms, today));
}

const issuedUnder = (versions: readonly PolicyVersion[], version: number, today: string): Policy =>
  (versions.find((each) => each.version === version) ?? policyOn(versions, today)).policy;
