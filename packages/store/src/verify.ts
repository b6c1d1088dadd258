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
import type { Database, Tx } from "./engines/database.ts";

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
 * what the journal states (ALW-8, INV-3, INV-4).
 */
export const verifyBooks = (database: Database): Promise<Verification> => database.read(verifyWithin);

/** The same within a transaction that is more than this. */
export async function verifyWithin(tx: Tx): Promise<Verification> {
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
