import type { ChangeOrder } from "../src/deliverables/change-order.ts";
import { Deliverable } from "../src/deliverables/deliverable.ts";
import type { Sow } from "../src/deliverables/sow.ts";

/** A deliverable, its SOW and a change order with everything a test does not talk about filled in. */

export const deliverable = (changes: Partial<Deliverable> = {}): Deliverable => ({
  ...Deliverable.parse({ account: "acme", id: "sync", name: "Price sync", addedOn: "2024-03-01" }),
  ...changes,
});

export const sow = (changes: Partial<Sow> = {}): Sow => ({
  account: "acme",
  id: "sync-sow-1",
  deliverable: "sync",
  number: 1,
  scope: "Prices from the ERP",
  estimates: [{ phase: "implementation", minutes: 600 }],
  minutes: 600,
  leadTime: "standard",
  expeditedBy: null,
  rushBy: null,
  ratePerHour: 23_500,
  premiums: { expedited: 5000, rush: 10_000 },
  policyVersion: 1,
  deposit: 0,
  issuedOn: "2024-03-04",
  validUntil: "2024-04-03",
  state: "issued",
  approvedOn: null,
  approvedBy: null,
  seal: null,
  depositInvoice: null,
  opening: false,
  ...changes,
});

export const approvedSow = (changes: Partial<Sow> = {}): Sow =>
  sow({ state: "approved", approvedOn: "2024-03-05", approvedBy: "Pat", seal: "sealed", ...changes });

export const rushSow = (changes: Partial<Sow> = {}): Sow =>
  approvedSow({ leadTime: "rush", expeditedBy: "2024-03-29", rushBy: "2024-03-22", ...changes });

export const changeOrder = (changes: Partial<ChangeOrder> = {}): ChangeOrder => ({
  account: "acme",
  id: "sync-co-1",
  deliverable: "sync",
  number: 1,
  scope: "",
  minutes: 60,
  newExpeditedBy: null,
  newRushBy: null,
  proposedOn: "2024-03-11",
  state: "proposed",
  decidedOn: null,
  decidedBy: null,
  reason: null,
  seal: null,
  ...changes,
});
