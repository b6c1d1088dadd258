import { digestOf } from "../digest.ts";
import type { Tx } from "../engines/database.ts";
import { toldMessage } from "../message.ts";
import { pagesOf } from "../pages.ts";
import type { Problem } from "./problem.ts";

/** Messages that the journal tells of are there, and say what they said; how their sending went is no fact of the books. */
export async function messagesNotAsTold(tx: Tx, told: ReadonlyMap<string, string>): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const missing = new Set(told.keys());
  for await (const page of pagesOf(tx, "outbox"))
    for (const row of page) {
      const word = told.get(row.id);
      missing.delete(row.id);
      // Those that older versions queued, or that no command did, are told of nowhere.
      if (word !== undefined && word !== digestOf(toldMessage(row)))
        problems.push({ check: "journal", at: `message ${row.id}`, message: "It is not as the journal tells." });
    }
  for (const id of missing)
    problems.push({ check: "journal", at: `message ${id}`, message: "The journal tells of it, but it is not there." });
  return problems;
}
