import type { ChangeOrder } from "../src/deliverables/change-order.ts";
import type { LeadTimeFacts } from "../src/deliverables/lead-time-facts.ts";
import type { DeliverableWait } from "../src/deliverables/wait.ts";
import type { Day } from "../src/values/day.ts";

/** A rush SOW approved on Monday 2024-03-04 without a deposit: rush by Monday the 11th, expedited by Friday the 15th. */
export const leadTime = (changes: Partial<LeadTimeFacts> = {}): LeadTimeFacts => ({
  sow: {
    ...{ account: "acme", id: "sync-sow-1", deliverable: "sync", number: 1, scope: "", estimates: [], minutes: 1200 },
    ...{ leadTime: "rush", expeditedBy: "2024-03-15", rushBy: "2024-03-11", ratePerHour: 23_500 },
    ...{ premiums: { expedited: 5000, rush: 10_000 }, policyVersion: 1, deposit: 0, issuedOn: "2024-03-01" },
    ...{ validUntil: "2024-03-31", state: "approved", approvedOn: "2024-03-04", approvedBy: "Pat", seal: "seal" },
    ...{ depositInvoice: null, opening: false },
  },
  depositPaidOn: null,
  changeOrders: [],
  waits: [],
  stoppages: [],
  deliveredOn: null,
  ...changes,
});

export const changeOrder = (number: number, changes: Partial<ChangeOrder> = {}): ChangeOrder => ({
  ...{ account: "acme", id: `sync-co-${number}`, deliverable: "sync", number, scope: "More", minutes: 60 },
  ...{ newExpeditedBy: null, newRushBy: null, proposedOn: "2024-03-05", state: "approved", decidedOn: "2024-03-06" },
  ...{ decidedBy: "Pat", reason: null, seal: "seal" },
  ...changes,
});

export const wait = (whose: DeliverableWait["whose"], from: Day, to: Day | null): DeliverableWait => ({
  ...{ account: "acme", id: "6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11", deliverable: "sync", whose, from, to },
  ...{ what: "An answer", productItem: null },
});
