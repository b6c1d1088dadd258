import { setImmediate as otherWork } from "node:timers/promises";
import { allowanceOf, CreditMemo, Invoice } from "@cimpro/domain";
import type { Books } from "../books.ts";
import { canonicalJson } from "../digest.ts";
import type { Tx } from "../engines/database.ts";
import type { CreditMemoRow, InvoiceRow } from "../money-tables.ts";
import { pagesOf } from "../pages.ts";
import { slicesHash } from "../slices.ts";
import { jsonFrom } from "./json-from.ts";
import type { Problem } from "./problem.ts";

/** Issued documents against the rows beside them: what was sent is what the books say (INV-3). */
export async function wrongDocuments(tx: Tx, books: Books): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for await (const page of pagesOf(tx, "invoice"))
    for (const row of page) {
      problems.push(...(await faultsOfInvoice(tx, books, row)));
      await otherWork();
    }
  for await (const page of pagesOf(tx, "credit_memo"))
    for (const row of page) problems.push(...(await faultsOfMemo(tx, row)));
  return [...problems, ...(await wrongGrants(tx))];
}

/** True where the texts of both say the same, whatever the order of their keys. */
const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

async function faultsOfInvoice(tx: Tx, books: Books, row: InvoiceRow): Promise<readonly Problem[]> {
  const at = `${row.account} ${row.number}`;
  const read = Invoice.safeParse(jsonFrom(row.document));
  if (!read.success) return [{ check: "document", at, message: "The document of the invoice cannot be read." }];
  const document = read.data;
  const lines = await books.invoices.lines(row.account, row.number);
  const faults: Problem[] = [];
  const fault = (check: string, message: string): void => void faults.push({ check, at, message });

  const period =
    row.period_start === null && row.period_end === null ? null : { start: row.period_start, end: row.period_end };
  const { number, account, kind, currency, total } = row;
  const stated = { number, account, kind, currency, total, issuedOn: row.issued_on, dueOn: row.due_on, period };
  if (!same(stated, picked(document, Object.keys(stated))))
    fault("document", "The invoice and its document do not agree.");

  const charged = lines.map(({ creditedMinutes: _, creditedAmount: __, settled: ___, ...line }) => line);
  const printed = document.lines.map((line) => ({
    ...picked(line, ["line", "kind", "minutes", "ratePerHour", "amount"]),
    deliverable: line.deliverable ?? null,
    allowance: line.allowance ?? null,
  }));
  if (!same(charged, printed)) fault("document", "The lines of the invoice and of its document do not agree.");

  if (slicesHash(await books.slices.ofInvoice(account, number)) !== row.slices_hash)
    fault("slices", "The slices of the invoice were changed.");

  const credited = lines.some(({ creditedMinutes, creditedAmount }) => creditedMinutes !== 0 || creditedAmount !== 0);
  const memos = credited || kind === "allowance" ? await memosOf(tx, account, number) : [];
  for (const { line, creditedMinutes, creditedAmount } of credited ? lines : []) {
    const own = memos.flatMap((memo) => memo.lines).filter((each) => each.line === line);
    // A settlement lowers the premium of minutes that stay invoiced (LEAD-8).
    const taken = own.filter(({ settles }) => settles !== true);
    if (sum(taken, "minutes") !== creditedMinutes || sum(own, "amount") !== creditedAmount)
      fault("credits", `What was credited of line ${line} and the credit memos do not agree.`);
  }
  for (const { line, deliverable, settled } of lines)
    if (settled !== null) {
      const decision = await books.premiumDecisions.find(account, deliverable ?? "");
      const decided = decision?.lines.find((each) => each.invoice === number && each.line === line);
      if (decision?.settledRate !== settled.ratePerHour || decided?.keptMinutes !== settled.keptMinutes)
        fault("settlement", `What was settled of line ${line} and the decision do not agree.`);
    }
  if (kind === "allowance") {
    const sale = (await books.allowances.sales(account)).find((each) => each.invoice === number);
    const taken = memos.filter(({ reason }) => reason === "rebill").flatMap((memo) => memo.lines);
    if (sale !== undefined && sale.returnedMinutes !== sum(taken, "minutes"))
      fault("sale", "The hours that were taken back and the credit memos do not agree.");
  }
  return faults;
}

async function memosOf(tx: Tx, account: string, invoice: string): Promise<readonly CreditMemo[]> {
  const rows = await tx.db
    .selectFrom("credit_memo")
    .select("document")
    .where("account", "=", account)
    .where("invoice", "=", invoice)
    .execute();
  return rows.flatMap(({ document }) => CreditMemo.safeParse(jsonFrom(document)).data ?? []);
}

async function faultsOfMemo(tx: Tx, row: CreditMemoRow): Promise<readonly Problem[]> {
  const at = `${row.account} ${row.number}`;
  const read = CreditMemo.safeParse(jsonFrom(row.document));
  if (!read.success) return [{ check: "document", at, message: "The document of the credit memo cannot be read." }];
  const document = read.data;
  const { number, account, invoice, reason, total } = row;
  const stated = { number, account, invoice, reason, total, issuedOn: row.issued_on, voids: row.voids === 1 };
  const { lines } = document;
  if (!same(stated, picked(document, Object.keys(stated))) || sum(lines, "amount") !== total)
    return [{ check: "document", at, message: "The credit memo and its document do not agree." }];

  const returned = await tx.db
    .selectFrom("returned_slice")
    .select(["line", "entry", "from_minute", "to_minute"])
    .where("account", "=", account)
    .where("invoice", "=", invoice)
    .where("credit_memo", "=", number)
    .execute();
  const given = returned.map(
    ({ line, entry, from_minute, to_minute }) => `${line} ${entry} ${to_minute - from_minute}`,
  );
  const work = lines.filter(({ kind }) => kind !== "premium");
  const named = work.flatMap(({ line, slices }) => slices.map(({ entry, minutes }) => `${line} ${entry} ${minutes}`));
  return same(given.toSorted(), named.toSorted())
    ? []
    : [{ check: "document", at, message: "The minutes that the credit memo names were not those given back." }];
}

/** Minutes are covered by hours that were bought, and alerts say what is so (ALW-7). */
async function wrongGrants(tx: Tx): Promise<readonly Problem[]> {
  const bought = new Set<string>();
  for await (const page of pagesOf(tx, "allowance")) for (const { account, id } of page) bought.add(`${account} ${id}`);
  const problems: Problem[] = [];
  const message = "It is of hours that were never bought.";
  for await (const page of pagesOf(tx, "grant_use"))
    for (const { account, grant_id } of page)
      if (!bought.has(`${account} ${allowanceOf(grant_id)}`))
        problems.push({ check: "grant", at: `${account} ${grant_id}`, message });
  for await (const page of pagesOf(tx, "grant_alert"))
    for (const { account, grant_id, percent, used_minutes, granted_minutes } of page) {
      const at = `${account} ${grant_id} ${percent}`;
      if (!bought.has(`${account} ${allowanceOf(grant_id)}`)) problems.push({ check: "alert", at, message });
      if (used_minutes * 100 < percent * granted_minutes)
        problems.push({ check: "alert", at, message: "Less was used than the alert says." });
    }
  return problems;
}

const picked = (from: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));

const sum = <K extends string>(rows: readonly { readonly [P in K]: number }[], key: K): number =>
  rows.reduce((total, row) => total + row[key], 0);
