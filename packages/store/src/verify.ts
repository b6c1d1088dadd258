import { addMinuteAccounts, type MinuteAccount, noMinutes, unaccountedMinutes } from "@cimpro/domain";
import { booksOf } from "./books.ts";
import { wrongDocuments } from "./checks/documents.ts";
import { wrongJournal } from "./checks/journal.ts";
import { wrongTotals } from "./checks/minutes-and-money.ts";
import { wrongNumbers } from "./checks/numbers.ts";
import type { Problem } from "./checks/problem.ts";
import { wrongReferences } from "./checks/references.ts";
import { wrongRegisters } from "./checks/registers.ts";
import { wrongSeals } from "./checks/seals.ts";
import { checkTables, TableMissing } from "./checks/tables.ts";
import type { Database, Tx } from "./engines/database.ts";
import { journal as journalOf } from "./journal.ts";
import { sharedRun } from "./shared-run.ts";

/** The answer of `verify`: whether everything agrees, and the sums and heads it agrees on. */
export interface Verification {
  readonly ok: boolean;
  readonly accounts: number;
  readonly journalRows: number;
  readonly minutes: MinuteAccount;
  readonly heads: readonly { readonly stream: string; readonly seq: number; readonly hash: string }[];
  readonly problems: readonly Problem[];
}

/**
 * Derives every total anew from the rows, walks the journal, and names what does not agree: with each other, or with
 * what the journal states (ALW-8, INV-3, INV-4). One such walk at a time: who asks meanwhile shares the next.
 */
export const verifyBooks = sharedRun(async (database: Database): Promise<Verification> => {
  try {
    return await database.read(verifyWithin);
  } catch (error) {
    if (!(error instanceof TableMissing)) throw error;
    return { ...nothingVerified, problems: [error.problem] };
  }
});

/** The chain of the journal alone, one walk at a time. */
export const verifyJournal = sharedRun((database: Database) => database.read((tx) => journalOf(tx).verify()));

/** The same within a transaction that is more than this. */
export async function verifyWithin(tx: Tx): Promise<Verification> {
  await checkTables(tx);
  const books = booksOf(tx);
  const days = await books.minuteAccounts.byDay();
  const journal = await wrongJournal(tx);
  const problems: Problem[] = [
    ...days
      .filter(({ minutes }) => unaccountedMinutes(minutes) !== 0 || Object.values(minutes).some((each) => each < 0))
      .map(({ account, on, minutes }) => ({
        check: "minutes",
        at: `${account} ${on}`,
        message: `${unaccountedMinutes(minutes)} worked minutes are not accounted for once.`,
      })),
    ...journal.problems,
    ...(await wrongTotals(tx)),
    ...(await wrongReferences(tx)),
    ...(await wrongDocuments(tx, books)),
    ...(await wrongNumbers(tx, books)),
    ...(await wrongRegisters(tx, books)),
    ...(await wrongSeals(tx)),
  ];
  const heads = await books.accounts.heads();
  return {
    ok: problems.length === 0,
    accounts: await books.accounts.count(),
    journalRows: journal.rows,
    minutes: days.reduce((sum, day) => addMinuteAccounts(sum, day.minutes), noMinutes),
    heads: heads.map(({ account, seq, hash }) => ({ stream: account, seq, hash })),
    problems,
  };
}

const nothingVerified = { ok: false, accounts: 0, journalRows: 0, minutes: noMinutes, heads: [] } as const;
