import type { Tx } from "../engines/database.ts";
import { type JournalReader, journal } from "../journal.ts";
import { fieldsOf, jsonFrom } from "./json-from.ts";
import { messagesNotAsTold } from "./messages.ts";
import type { Problem } from "./problem.ts";
import { notAsStated } from "./stated.ts";
import { type Kind, toldBy } from "./told.ts";

/** Walks the journal once: its chain, and whether the rows are as it states. */
export async function wrongJournal(tx: Tx): Promise<{ readonly rows: number; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const messages = new Map<string, string>();
  const { rows, problems: faults } = await journal(tx).verify(readerOf(tx, problems, messages));
  return {
    rows,
    problems: [
      ...faults.map(({ stream, seq, message }) => ({ check: "journal", at: `${stream} ${seq}`, message })),
      ...problems,
      ...(await messagesNotAsTold(tx, messages)),
    ],
  };
}

function readerOf(tx: Tx, problems: Problem[], messages: Map<string, string>): JournalReader {
  let facts = new Map<Kind, Map<string, string>>();
  let gone = new Set<number>();
  let explained = new Set<number>();
  return {
    row(row) {
      if (row.data === null) gone.add(row.seq);
      if (row.type === "journal.redacted") explained.add(Number(fieldsOf(jsonFrom(row.data)).seq));
      for (const [kind, id, said] of toldBy(row)) {
        // A message may be about another account than the stream's.
        if (kind === "register outbox") messages.set(id, said);
        const told = facts.get(kind) ?? new Map<string, string>();
        facts.set(kind, told.set(id, said));
      }
    },
    async end(stream) {
      const message = "Its data is gone, and no later row says that it was redacted.";
      for (const seq of gone)
        if (!explained.has(seq)) problems.push({ check: "journal", at: `${stream} ${seq}`, message });
      // What was redacted may be the last word on a fact.
      if (gone.size === 0) problems.push(...(await notAsStated(tx, stream, facts)));
      facts = new Map();
      gone = new Set();
      explained = new Set();
    },
  };
}
