import type { CreditMemo, InvoiceDraft, InvoiceLine } from "@cimpro/domain";
import type { Account, AllowanceRecord, Command, EntryRecord, Outcome, PaymentRecord, Store } from "../src/index.ts";
import { openStore } from "../src/index.ts";
import type { SliceRow } from "../src/tables.ts";
import { type Place, places } from "./engines.ts";

/** Plain data with everything a test does not talk about filled in. */

export const now = "2024-01-10T09:00:00.000Z";
const today = now.slice(0, 10);

export interface OpenedStore extends Place {
  readonly store: Store;
  close(): Promise<void>;
}

/** New books on each engine: `describe.each(stores)("… on %s", (engine, open) => …)`. */
export const stores = places.map(([engine, place]) => [engine, async () => openBooks(await place())] as const);

export async function openBooks(place: Place): Promise<OpenedStore> {
  const store = await openStore(place.url, { schema: "create", now: () => now });
  const close = async () => {
    await store.close();
    await place.remove();
  };
  return { ...place, store, close };
}

export const command = (stream: string, type: string, more: Partial<Command> = {}): Command => ({
  stream,
  type,
  actor: "ann",
  key: null,
  input: null,
  recordedAt: now,
  dryRun: false,
  ...more,
});

export const did = <A>(answer: A, data: unknown = {}, effectiveOn = today): Outcome<A> => ({
  answer,
  data,
  effectiveOn,
});

export const account = (id: string, more: Partial<Account> = {}): Account => ({
  id,
  name: `The ${id} company`,
  address: "1 Main Street",
  email: `office@${id}.example`,
  openedOn: "2024-01-01",
  timeZone: null,
  billingAnchor: null,
  ...more,
});

export const openAccount = (store: Store, opened: Account): Promise<Account> =>
  store.write(command(opened.id, "account.opened", { opens: true }), async (books) => {
    await books.accounts.insert(opened);
    return did(opened, { account: opened }, opened.openedOn);
  });

/** An hour of general work, open. */
export const entry = (id: string, more: Partial<EntryRecord> = {}): EntryRecord => {
  const minutes = more.minutes ?? 60;
  return {
    id,
    account: "acme",
    sequence: 1,
    deliverable: null,
    worker: "Bo",
    on: "2024-01-02",
    minutes,
    rawMinutes: minutes,
    note: "",
    billable: true,
    settledElsewhere: false,
    openMinutes: minutes,
    round: 0,
    roundFrom: 0,
    deferredOn: null,
    reversedOn: null,
    replacedBy: null,
    source: null,
    externalId: null,
    sourceHash: null,
    version: 1,
    recordedAt: now,
    recordedBy: "ann",
    overrideReason: null,
    package: null,
    ...more,
  };
};

export const logTime = (store: Store, logged: EntryRecord, more: Partial<Command> = {}): Promise<EntryRecord> =>
  store.write(command(logged.account, "time.logged", more), async (books, head) => {
    const recorded = { ...logged, sequence: head.nextEntrySequence(1) };
    await books.entries.insert([recorded]);
    return did(recorded, { entry: recorded }, recorded.on);
  });

/** The first minutes of an entry on the first line of an invoice. */
export const slice = (of: string, more: Partial<SliceRow> = {}): SliceRow => ({
  account: "acme",
  entry: of,
  round: 0,
  from_minute: 0,
  to_minute: 60,
  kind: "invoice",
  work_date: "2024-01-02",
  grant_id: null,
  invoice: "INV-000001",
  line: 1,
  frozen_on: today,
  ...more,
});

const purchase = {
  account: "acme",
  sequence: 1,
  minutes: 600,
  ratePerHour: 23_500,
  opening: false,
  paid: false,
};

/** Ten hours that never expire. */
export const lump = (id: string, more: Partial<typeof purchase> = {}): AllowanceRecord => ({
  allowance: { ...purchase, id, kind: "lump-sum", validFrom: "2024-01-01", ...more },
  note: "ten hours",
  validFrom: "2024-01-01",
});

/** Ten hours a month, from January on. */
export const monthly = (id: string, more: Partial<typeof purchase> = {}): AllowanceRecord => ({
  allowance: { ...purchase, id, kind: "monthly", firstMonth: "2024-01", lastMonth: null, ...more },
  note: "ten hours a month",
  validFrom: "2024-01-20",
});

export const line = (number: number, more: Partial<InvoiceLine> = {}): InvoiceLine => ({
  line: number,
  kind: "labor",
  minutes: 60,
  ratePerHour: 23_500,
  amount: 23_500,
  clauses: ["RATE-1", "INV-1"],
  trace: [{ clause: "RATE-5", what: "minutes × rate", minutes: 60, amount: 23_500 }],
  slices: [],
  ...more,
});

export const draft = (lines: readonly InvoiceLine[], more: Partial<InvoiceDraft> = {}): InvoiceDraft => {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return {
    kind: "work",
    account: "acme",
    issuedOn: today,
    dueOn: today,
    period: { start: "2024-01-01", end: "2024-01-15" },
    parties: { from: { name: "We", address: "", email: "" }, to: { name: "They", address: "", email: "" } },
    currency: "USD",
    policy: { id: "cimcloud", version: 1 },
    lines,
    cover: null,
    subtotal: total,
    tax: 0,
    total,
    ...more,
  };
};

export const payment = (id: string, amount: number, more: Partial<PaymentRecord> = {}): PaymentRecord => ({
  id,
  account: "acme",
  sequence: 1,
  on: today,
  amount,
  unapplied: amount,
  invoice: null,
  note: "",
  reversedOn: null,
  ...more,
});

export const memo = (number: string, invoice: string, lines: CreditMemo["lines"], more: Partial<CreditMemo> = {}) => ({
  number,
  account: "acme",
  invoice,
  issuedOn: today,
  reason: "rebill" as const,
  note: "",
  voids: false,
  currency: "USD" as const,
  lines,
  total: lines.reduce((sum, { amount }) => sum + amount, 0),
  ...more,
});
