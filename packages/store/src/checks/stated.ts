import { toldAlert } from "../allowances.ts";
import { digestOf, sha256 } from "../digest.ts";
import type { Tx } from "../engines/database.ts";
import { practiceStream } from "../journal.ts";
import { pagesOf } from "../pages.ts";
import { registerNames } from "../registers.ts";
import type { Tables } from "../tables.ts";
import { jsonFrom } from "./json-from.ts";
import type { Problem } from "./problem.ts";
import { type Kind, said, saidOfDocument } from "./told.ts";

/** What the journal states of one stream: the last word on each fact, by kind and id. */
export type Facts = ReadonlyMap<Kind, ReadonlyMap<string, string>>;

/** Rows that keep a kind of fact. */
interface Keeper<K extends keyof Tables> {
  readonly kind: Kind;
  readonly table: K;
  /** The fact's id and what the row says of it; null where the row keeps none. */
  readonly of: (row: Tables[K]) => readonly [id: string, said: string] | null;
  /** Rows that may be there although the journal does not state them. */
  readonly unless?: (row: Tables[K], facts: Facts) => boolean;
}

type Comparison = (tx: Tx, stream: string, facts: Facts) => Promise<readonly Problem[]>;

const compared =
  <K extends keyof Tables>({ kind, table, of, unless = () => false }: Keeper<K>): Comparison =>
  async (tx, stream, facts) => {
    const told = facts.get(kind) ?? new Map<string, string>();
    const seen = new Set<string>();
    const problems: Problem[] = [];
    const problem = (id: string, message: string): void =>
      void problems.push({ check: "journal", at: `${stream} ${kind} ${id}`, message });
    const whole = stream === practiceStream && !kind.startsWith("register ");
    for await (const page of pagesOf(tx, table, whole ? undefined : stream))
      for (const row of page) {
        const kept = of(row);
        if (kept === null) continue;
        const [id, says] = kept;
        seen.add(id);
        const word = told.get(id);
        if (word === undefined && !unless(row, facts)) problem(id, "The journal does not tell of it.");
        else if (word !== undefined && word !== says) problem(id, "It is not as the journal tells.");
      }
    for (const id of told.keys()) if (!seen.has(id)) problem(id, "The journal tells of it, but it is not there.");
    return problems;
  };

const yes = (flag: number): boolean => flag === 1;

const ofPractice: readonly Comparison[] = [
  compared({
    kind: "practice",
    table: "practice",
    of: (row) => [row.id, said(row.name, row.address, row.email, row.time_zone, row.currency, yes(row.demo))],
  }),
  compared({
    kind: "policy",
    table: "policy_version",
    of: (row) => [`${row.version}`, said(row.from_day, sha256(row.data) === row.data_hash ? row.data_hash : "")],
  }),
  compared({ kind: "token", table: "api_token", of: (row) => [row.id, said(row.name, row.role)] }),
  compared({
    kind: "token scope",
    table: "api_token",
    of: (row) => [row.id, said(row.account, yes(row.read_only), row.expires_at)],
    unless: () => true,
  }),
  compared({
    kind: "user",
    table: "app_user",
    of: (row) => [row.id, said(row.name, row.email, row.role, row.account, row.state, row.created_at)],
  }),
  compared({
    kind: "revoked token",
    table: "api_token",
    of: (row) => (row.revoked_at === null ? null : [row.id, said()]),
  }),
];

const ofAccount: readonly Comparison[] = [
  compared({
    kind: "account",
    table: "account",
    of: (row) => [row.id, said(row.name, row.address, row.email, row.opened_on, row.time_zone, row.billing_anchor)],
  }),
  compared({
    kind: "closed days",
    table: "account_head",
    of: (row) => (row.closed_through === null ? null : [row.account, said(row.closed_through)]),
  }),
  compared({
    kind: "register deliverable",
    table: "deliverable",
    of: (row) => (row.data === "{}" ? null : [row.id, digestOf(jsonFrom(row.data) ?? null)]),
  }),
  // Imports open deliverables without saying so.
  compared({ kind: "deliverable", table: "deliverable", of: (row) => [row.id, said(row.name)], unless: () => true }),
  compared({
    kind: "entry",
    table: "time_entry",
    of: (row) => [
      row.id,
      said(
        ...[row.sequence, row.deliverable, row.worker, row.work_date, row.raw_minutes, row.note],
        ...[yes(row.billable), yes(row.settled_elsewhere), row.source, row.external_id, row.package],
      ),
    ],
  }),
  compared({
    kind: "recorded entry",
    table: "time_entry",
    of: (row) => [row.id, said(row.minutes, row.recorded_at, row.recorded_by, row.override_reason)],
    // Imports state less.
    unless: () => true,
  }),
  compared({
    kind: "reversed entry",
    table: "time_entry",
    of: (row) => (row.reversed_on === null && row.replaced_by === null ? null : [row.id, said(row.replaced_by)]),
  }),
  compared({
    kind: "source of entry",
    table: "time_entry",
    of: (row) => (row.source_hash === null ? null : [row.id, said(row.source_hash)]),
  }),
  compared({
    kind: "issued note",
    table: "issued_note",
    of: (row) => [`${row.invoice} ${row.entry}`, said(row.note)],
  }),
  compared({
    kind: "allowance",
    table: "allowance",
    of: (row) => [
      row.id,
      said(
        ...[row.sequence, row.kind, row.minutes, row.rate_per_hour, row.valid_from, row.first_month],
        ...[yes(row.opening), yes(row.paid), row.note],
      ),
    ],
  }),
  compared({
    kind: "end of allowance",
    table: "allowance",
    of: (row) => (row.last_month === null ? null : [row.id, said(row.last_month)]),
  }),
  compared({
    kind: "invoice",
    table: "invoice",
    of: (row) => [row.number, saidOfDocument(jsonFrom(row.document))],
  }),
  compared({
    kind: "suspension",
    table: "suspension",
    of: (row) => [`${row.invoice} ${row.sequence}`, said(row.from_day, row.reason)],
  }),
  compared({
    kind: "end of suspension",
    table: "suspension",
    of: (row) => (row.until_day === null ? null : [`${row.invoice} ${row.until_day}`, said()]),
  }),
  compared({
    kind: "credit memo",
    table: "credit_memo",
    of: (row) => [row.number, saidOfDocument(jsonFrom(row.document))],
    unless: (row, facts) => facts.get("named credit memo")?.has(row.number) ?? false,
  }),
  compared({
    kind: "named credit memo",
    table: "credit_memo",
    of: (row) => [row.number, said()],
    unless: () => true,
  }),
  compared({
    kind: "payment",
    table: "payment",
    of: (row) => [row.id, said(row.sequence, row.paid_on, row.amount, row.invoice, row.note)],
    // A standing payment is made by the sale of hours (ALW-3).
    unless: (row, facts) => facts.get("sale")?.has(`${row.sequence}`) ?? false,
  }),
  compared({
    kind: "reversed payment",
    table: "payment",
    of: (row) => (row.reversed_on === null ? null : [row.id, said(row.reversed_on)]),
  }),
];

/** Alerts were not told of by every version; those that were are there as they were told (ALW-7). */
const ofAlerts: Comparison = compared({
  kind: "register grant_alert",
  table: "grant_alert",
  of: (row) => [toldAlert(row).id, digestOf(toldAlert(row))],
  unless: () => true,
});

const ofRegisters: readonly Comparison[] = registerNames.map((table) =>
  compared({ kind: `register ${table}`, table, of: (row) => [row.id, digestOf(jsonFrom(row.data) ?? null)] }),
);

/** The rows of one stream against what its journal states (ALW-8). */
export async function notAsStated(tx: Tx, stream: string, facts: Facts): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const compare of [...(stream === practiceStream ? ofPractice : [...ofAccount, ofAlerts]), ...ofRegisters])
    problems.push(...(await compare(tx, stream, facts)));
  return problems;
}
