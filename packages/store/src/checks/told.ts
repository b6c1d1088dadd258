import { digestOf, sha256 } from "../digest.ts";
import type { JournalRow } from "../tables.ts";
import { type Fields, fieldsOf, jsonFrom } from "./json-from.ts";

/** What the books keep facts of, in the words of the journal. */
export type Kind =
  | "practice"
  | "policy"
  | "token"
  | "token scope"
  | "revoked token"
  | "user"
  | "account"
  | "closed days"
  | "deliverable"
  | "entry"
  | "recorded entry"
  | "reversed entry"
  | "source of entry"
  | "issued note"
  | "allowance"
  | "end of allowance"
  | "invoice"
  | "suspension"
  | "end of suspension"
  | "credit memo"
  | "named credit memo"
  | "payment"
  | "sale"
  | "reversed payment"
  | `register ${string}`;

/** Something that was stated: what, its id, and a fingerprint of what was said of it. */
export type Told = readonly [kind: Kind, id: string, said: string];

export const said = (...values: readonly unknown[]): string =>
  sha256(JSON.stringify(values.map((each) => each ?? null)));

/** What a document says, but for the slices of its lines, which are rows of their own, and what became of it later. */
export function saidOfDocument(document: unknown): string {
  const { unapplied: _, lines, ...rest } = fieldsOf(document);
  const charged = Array.isArray(lines) ? lines.map((line) => ({ ...fieldsOf(line), slices: null })) : [];
  return digestOf({ ...rest, lines: charged });
}

interface Row extends Pick<JournalRow, "stream" | "seq" | "effective_on"> {
  readonly data: Fields;
}

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? `${value}` : "");

const practice = (value: unknown): Told => {
  const { name, address, email, timeZone, currency, demo } = fieldsOf(value);
  return ["practice", "practice", said(name, address, email, timeZone, currency, demo)];
};
const token = ({ id, name, role, account, readOnly, expiresAt }: Fields): readonly Told[] => [
  ["token", text(id), said(name, role)],
  // It was not always told.
  ...(expiresAt === undefined ? [] : [["token scope", text(id), said(account, readOnly, expiresAt)] as const]),
];
const user = (value: unknown): Told => {
  const { id, name, email, role, account: of, state, createdAt } = fieldsOf(value);
  return ["user", text(id), said(name, email, role, of, state, createdAt)];
};
const revokedTokens = (ids: unknown): readonly Told[] =>
  Array.isArray(ids) ? ids.map((id) => ["revoked token", text(id), said()]) : [];
const account = (value: unknown): Told => {
  const { id, name, address, email, openedOn, timeZone, billingAnchor } = fieldsOf(value);
  return ["account", text(id), said(name, address, email, openedOn, timeZone, billingAnchor)];
};
const deliverable = (value: unknown): Told => {
  const { id, name } = fieldsOf(value);
  return ["deliverable", text(id), said(name)];
};
const entry = (value: unknown): readonly Told[] => {
  const fact = fieldsOf(value);
  const id = text(fact.id);
  const { sequence, worker, on, note, billable, settledElsewhere, source, externalId } = fact;
  // An import states minutes as they were; otherwise they stand beside what they count for (RATE-5).
  const raw = fact.rawMinutes ?? fact.minutes;
  const facts = said(
    ...[sequence, fact.deliverable, worker, on, raw, note, billable, settledElsewhere, source, externalId],
    fact.package,
  );
  // Imports have told what the source said since fingerprints are kept.
  const fingerprint: readonly Told[] =
    typeof fact.sourceHash === "string" ? [["source of entry", id, said(fact.sourceHash)]] : [];
  if (fact.rawMinutes === undefined) return [["entry", id, facts], ...fingerprint];
  const { minutes, recordedAt, recordedBy, overrideReason } = fact;
  return [
    ["entry", id, facts],
    ["recorded entry", id, said(minutes, recordedAt, recordedBy, overrideReason)],
    ...fingerprint,
  ];
};
const allowance = (value: unknown, note: unknown, validFrom: string): Told => {
  const { id, sequence, kind, minutes, ratePerHour, firstMonth, opening, paid } = fieldsOf(value);
  return [
    "allowance",
    text(id),
    said(sequence, kind, minutes, ratePerHour, validFrom, firstMonth, opening, paid, note),
  ];
};
const invoice = (value: unknown): readonly Told[] =>
  value === null || value === undefined ? [] : [["invoice", text(fieldsOf(value).number), saidOfDocument(value)]];
/** Memos that a correction of time took are only named by it. */
const namedMemos = (numbers: unknown): readonly Told[] =>
  Array.isArray(numbers) ? numbers.map((number) => ["named credit memo", text(number), said()]) : [];
const creditMemo = ({ data }: Row): readonly Told[] => {
  const memo = data.creditMemo;
  return [["credit memo", text(fieldsOf(memo).number), saidOfDocument(memo)]];
};
const payment = (value: unknown): Told => {
  const { id, sequence, on, amount, invoice: meant, note } = fieldsOf(value);
  return ["payment", text(id), said(sequence, on, amount, meant, note)];
};

/** What each type of command states, by the type that the journal keeps it under. Others state nothing that is checked. */
const tells: Readonly<Record<string, (row: Row) => readonly Told[]>> = {
  "books.opened": ({ data }) => {
    const { version, from, hash } = fieldsOf(data.policy);
    return [practice(data.practice), ["policy", text(version), said(from, hash)]];
  },
  "practice.started": ({ data: { after, version, from, policy } }) => [
    practice(after),
    ["policy", text(version), said(from, sha256(JSON.stringify(policy)))],
  ],
  "practice.set": ({ data }) => [practice(data.after)],
  "policy.adopted": ({ data: { version, from, policy } }) => [
    ["policy", text(version), said(from, sha256(JSON.stringify(policy)))],
  ],
  "token.created": ({ data }) => token(data),
  "token.revoked": ({ data }) => revokedTokens([data.id]),
  "books.restored": ({ data }) => [
    ...revokedTokens(data.revoked),
    ...(Array.isArray(data.users) ? data.users.map(user) : []),
  ],
  "user.added": ({ data }) => [user(data.user)],
  "user.invited": ({ data }) => [user(data.user)],
  "user.joined": ({ data }) => [user(data.user)],
  "user.edited": ({ data }) => [user(data.user)],
  "user.disabled": ({ data }) => [user(data.user)],
  "user.enabled": ({ data }) => [user(data.user)],
  "user.second-step-ended": ({ data }) => [user(data.user)],
  "account.opened": ({ data }) => [account(data.account)],
  "account.edited": ({ data }) => [account(data.after)],
  "deliverable.added": ({ data }) => [deliverable(data.deliverable)],
  "deliverable.edited": ({ data }) => [deliverable(data.deliverable)],
  "time.logged": ({ data }) => entry(data.entry),
  "time.imported": ({ data: { entries, deliverables } }) => [
    ...(Array.isArray(deliverables) ? deliverables.map(deliverable) : []),
    ...(Array.isArray(entries) ? entries.flatMap(entry) : []),
  ],
  "time.amended": ({ data: { before, after, creditMemos } }) => {
    const [replaced, by] = [text(fieldsOf(before).id), text(fieldsOf(after).id)];
    if (replaced === by) return entry(after);
    return [...entry(after), ["reversed entry", replaced, said(by)], ...namedMemos(creditMemos)];
  },
  "time.reversed": ({ data }) => [["reversed entry", text(data.entry), said(null)], ...namedMemos(data.creditMemos)],
  "allowance.bought": ({ seq, data, effective_on }) => [
    ["sale", `${seq}`, said()],
    allowance(data.allowance, data.note, effective_on),
    ...invoice(data.invoice),
  ],
  "invoice.taken-over": ({ data }) => [
    ...invoice(data.invoice),
    ...(data.payment == null ? [] : [payment(data.payment)]),
  ],
  "deliverable.taken-over": ({ data }) => (data.entry == null ? [] : entry(data.entry)),
  "allowance.ended": ({ data }) => [["end of allowance", text(data.allowance), said(data.lastMonth)]],
  "invoice.issued": ({ seq, data }) => [["sale", `${seq}`, said()], ...invoice(data.invoice)],
  "period.closed": ({ stream, data }) => [["closed days", stream, said(data.closedThrough)], ...invoice(data.invoice)],
  "invoice.suspended": ({ seq, data, effective_on }) => [
    ["suspension", `${text(data.invoice)} ${seq}`, said(effective_on, data.reason)],
  ],
  "invoice.resumed": ({ data, effective_on }) => [
    ["end of suspension", `${text(data.invoice)} ${effective_on}`, said()],
  ],
  "credit-memo.issued": creditMemo,
  "invoice.voided": creditMemo,
  "payment.recorded": ({ data }) => [payment(data.payment)],
  "payment.reversed": ({ data, effective_on }) => [["reversed payment", text(data.payment), said(effective_on)]],
};

/** Documents that a command issued beside what it is named for, whole: `documents: { invoices, creditMemos }`. */
const documents = (issued: unknown): readonly Told[] => {
  const { invoices, creditMemos } = fieldsOf(issued);
  return [
    ...(Array.isArray(invoices) ? invoices.flatMap(invoice) : []),
    ...(Array.isArray(creditMemos)
      ? creditMemos.map((memo): Told => ["credit memo", text(fieldsOf(memo).number), saidOfDocument(memo)])
      : []),
  ];
};

/** The notes that issued invoices keep although they were put right: `keptNotes: [{ entry, invoices, note }]`. */
const keptNotes = (kept: unknown): readonly Told[] =>
  !Array.isArray(kept)
    ? []
    : kept
        .map(fieldsOf)
        .flatMap(({ entry: of, invoices, note }) =>
          Array.isArray(invoices)
            ? invoices.map((number): Told => ["issued note", `${text(number)} ${text(of)}`, said(note)])
            : [],
        );

/** Every record that a command put stands in its row, whole. */
const registered = (registers: unknown): readonly Told[] =>
  Object.entries(fieldsOf(registers)).flatMap(([name, records]) =>
    Array.isArray(records)
      ? records.map((record): Told => [`register ${name}`, text(fieldsOf(record).id), digestOf(record)])
      : [],
  );

/** What a row of the journal states. */
export function toldBy(row: JournalRow): readonly Told[] {
  const data = jsonFrom(row.data);
  if (data === null || data === undefined) return [];
  const fields = fieldsOf(data);
  const tell = Object.hasOwn(tells, row.type) ? tells[row.type] : undefined;
  return [
    ...(tell === undefined ? [] : tell({ ...row, data: fields })),
    ...registered(fields.registers),
    ...documents(fields.documents),
    ...keptNotes(fields.keptNotes),
  ];
}
