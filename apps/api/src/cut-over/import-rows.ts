import type { Rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import type { z } from "zod";
import type { SignedIn } from "../context.ts";
import { checkStatedDays } from "../stated-days.ts";

/** The most rows one request takes; clients send more in several. */
export const mostRows = 500;

/** What became of a row: taken in, or known already. */
export type Taken = "accepted" | "duplicate";

export interface RejectedImportRow {
  readonly index: number;
  /** The code of the refusal, as in `deliverable-exists`; `no-account` where nobody opened it. */
  readonly reason: string;
  readonly message: string;
}

export interface RowsAnswer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly RejectedImportRow[];
}

/**
 * Takes in rows of another system in order, each in a command of its own, so that one that is refused holds up no other
 * and the same rows again are duplicates, wherever the first attempt broke off.
 */
export async function importRows<Row>(
  ctx: SignedIn,
  rows: readonly Row[],
  schema: z.core.$ZodType,
  nameOf: (row: Row) => string,
  take: (ctx: SignedIn, row: Row) => Promise<Taken>,
): Promise<RowsAnswer> {
  // The rows' own ids make them repeatable; the caller's key is for the request.
  const alone = { ...ctx, key: null };
  const said = new Map<string, string>();
  const rejected: RejectedImportRow[] = [];
  let [accepted, duplicates] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const name = nameOf(row);
    const words = JSON.stringify(row);
    try {
      checkStatedDays(ctx, schema, row);
      // A dry run keeps nothing, so it would not know a row that the file has twice.
      const taken = said.get(name) === words ? "duplicate" : await take(alone, row);
      said.set(name, words);
      if (taken === "accepted") accepted += 1;
      else duplicates += 1;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      rejected.push({ index, reason: reasonOf(error.rejection), message: error.rejection.message });
    }
  }
  return { accepted, duplicates, rejected };
}

const reasonOf = ({ code, details }: Rejection): string =>
  code === "NOT_FOUND" && details.what === "account" ? "no-account" : code.toLowerCase().replaceAll("_", "-");
