import { sql } from "kysely";
import type { Books } from "../books.ts";
import type { Tx } from "../engines/database.ts";
import { practiceStream } from "../journal.ts";
import { numberOf, type Series, series } from "../numbers.ts";
import { fieldsOf, jsonFrom } from "./json-from.ts";
import type { Problem } from "./problem.ts";

const tables = { invoice: "invoice", "credit-memo": "credit_memo" } as const;

/**
 * Every number that was given is on one document, but for those that a restore set aside (INV-3). An opening invoice
 * keeps the number of another system, which is none of the series.
 */
export async function wrongNumbers(tx: Tx, books: Books): Promise<readonly Problem[]> {
  const last = await books.numbers.counters();
  const problems: Problem[] = [];
  for (const each of series) {
    const all = await documentsOf(tx, each);
    for (const { account, number, isOpening } of all)
      if (isOpening && numberOf(each, number) !== null)
        problems.push({ check: "numbers", at: `${account} ${number}`, message: "Another system's number is of ours." });
    const rows = all.filter(({ isOpening }) => !isOpening);
    if (rows.length + (await skippedNumbers(tx, each)) !== last[each])
      problems.push({
        check: "numbers",
        at: each,
        message: `${last[each]} numbers were given, ${rows.length} documents are there.`,
      });
    for (const { account, number } of rows) {
      const count = numberOf(each, number);
      if (count === null || count > last[each])
        problems.push({ check: "numbers", at: `${account} ${number}`, message: "This number was never given." });
    }
  }
  return problems;
}

async function documentsOf(tx: Tx, of: Series) {
  const opening = of === "invoice" ? sql<string>`kind` : sql<string>`''`;
  const rows = await tx.db
    .selectFrom(tables[of])
    .select(["account", "number", opening.as("kind")])
    .execute();
  return rows.map(({ account, number, kind }) => ({ account, number, isOpening: kind === "opening" }));
}

/** Numbers that restores set aside, because they may have been sent from books that were lost or replaced. */
async function skippedNumbers(tx: Tx, of: Series): Promise<number> {
  const rows = await tx.db
    .selectFrom("journal")
    .select("data")
    .where("stream", "=", practiceStream)
    .where("type", "=", "books.restored")
    .execute();
  return rows.reduce((sum, { data }) => {
    const skipped = fieldsOf(fieldsOf(jsonFrom(data)).skipped)[of];
    return sum + (typeof skipped === "number" ? skipped : 0);
  }, 0);
}
