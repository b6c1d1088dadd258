import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { type FileRow, markHeader, ofRejectedRows } from "./file-rows.ts";
import { unreadable } from "./unreadable-file.ts";

/** A row that was not taken in, and why. */
export interface RejectedRow {
  readonly row: Pick<FileRow, "line" | "cells" | "rejectedFrom">;
  readonly reason: string;
  readonly message: string;
  /** What tells whether the row comes back unchanged; none where rows have ids of their own. */
  readonly mark?: string | undefined;
}

/** Keeps the rejected rows of one import, whole, in a CSV file that can be put right and imported itself. */
export interface RejectedFile {
  readonly add: (rows: readonly RejectedRow[]) => Promise<void>;
  /** Puts the file in its place; answers its path, or null when no row was rejected: then there is no file. */
  readonly finish: () => Promise<string | null>;
}

/**
 * Nothing is written before the first rejected row, and nothing stands under `path` before it is complete. It begins with a
 * byte-order mark and has the delimiter of its file, so that it goes back in with the same map and options, and opens as it
 * is in a spreadsheet. A row that was rejected before keeps the line of the first file.
 */
export function rejectedFile(path: string, headers: readonly string[], delimiter = ","): RejectedFile {
  const unfinished = `${path}.${process.pid}.tmp`;
  let file: FileHandle | null = null;
  return {
    async add(rows) {
      if (rows.length === 0) return;
      try {
        file ??= await started(unfinished, headers, delimiter, rows[0]?.mark !== undefined);
        await file.write(
          rows
            .map(({ row, reason, message, mark }) => {
              const line = String(row.rejectedFrom?.line ?? row.line);
              // A row with too few fields, or too many, keeps them: what stands behind them would take their place.
              const behind = mark === undefined || row.cells.length !== headers.length ? [] : [mark];
              return csvLine([line, reason, message, ...row.cells, ...behind], delimiter);
            })
            .join(""),
        );
      } catch (error) {
        throw unreadable(`the rejected rows cannot be written to ${path}: ${codeOf(error)}`, error);
      }
    },
    async finish() {
      if (file === null) return null;
      try {
        await file.sync();
        await file.close();
        await rename(unfinished, path);
        return path;
      } catch (error) {
        await rm(unfinished, { force: true });
        throw unreadable(`the rejected rows cannot be written to ${path}: ${codeOf(error)}`, error);
      }
    },
  };
}

async function started(
  path: string,
  headers: readonly string[],
  delimiter: string,
  markedRows: boolean,
): Promise<FileHandle> {
  const file = await open(path, "w", 0o600);
  const marked = markedRows ? [markHeader] : [];
  await file.write(`\ufeff${csvLine([...ofRejectedRows, ...headers, ...marked], delimiter)}`);
  return file;
}

const csvLine = (cells: readonly string[], delimiter: string): string =>
  `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\n`;

const csvCell = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
