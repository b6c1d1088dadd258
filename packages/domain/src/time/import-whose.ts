import type { Cells } from "./import-cells.ts";
import type { Places } from "./import-columns.ts";
import { type RowRefused, rowRefused } from "./import-outcome.ts";
import type { ImportSettings } from "./import-settings.ts";
import { idCheck, nameCheck, noteCheck } from "./import-texts.ts";

/** Whose work a row is, for whom, and what was done. */
export interface Whose {
  readonly ok: true;
  readonly externalId: string | null;
  readonly account: string;
  readonly accountBy: "name" | "id" | "either";
  readonly deliverable: string | null;
  readonly worker: string;
  readonly note: string;
}

export type WhoseReader = (record: readonly string[]) => Whose | RowRefused;

/** `fallback` speaks for rows that name no client and for files that have no column for workers. */
export function whoseReader(
  places: Places,
  cells: Cells,
  fallback: Pick<ImportSettings, "account" | "worker">,
): WhoseReader {
  const checkName = nameCheck();
  return (record) => {
    const externalId = places.externalId === null ? null : cells(record, "externalId");
    if (externalId === "")
      return rowRefused("missing-column", "the row has no id, so taking it in twice could not be noticed");
    const worker = places.worker === null ? (fallback.worker ?? "") : cells(record, "worker");
    if (worker === "") return rowRefused("missing-column", "the row names no worker");
    const [id, name] = [cells(record, "accountId"), cells(record, "account")];
    const account = id || name || (fallback.account ?? "");
    const accountBy = id !== "" ? "id" : name !== "" ? "name" : "either";
    if (account === "")
      return rowRefused("no-account", "the row names no client; say which account such rows belong to");
    const deliverable = cells(record, "deliverable") || null;
    const note = [cells(record, "task"), cells(record, "note")].filter((part) => part !== "").join(": ");
    const flaw =
      checkName("account", account) ??
      checkName("deliverable", deliverable) ??
      checkName("worker", worker) ??
      idCheck("id", externalId) ??
      noteCheck("note", note);
    return flaw ?? { ok: true, externalId, account, accountBy, deliverable, worker, note };
  };
}
