import { type FileHandle, open, rename, rm } from "node:fs/promises";
import type { FileRow } from "./file-rows.ts";
import { unreadable } from "./unreadable-file.ts";

/** A row that was not taken in, and why. */
export interface RejectedRow {
  readonly row: Pick<FileRow, "line" | "cells">;
  readonly reason: string;
  readonly message: string;
}

/** Keeps the rejected rows of one import, whole, in a CSV file that can be put right and imported itself. */
export interface RejectedFile {
  readonly add: (rows: readonly RejectedRow[]) => Promise<void>;
  /** Puts the file in its place; answers its path, or null when no row was rejected: then there is no file. */
  readonly finish: () => Promise<string | null>;
}

/** Nothing is written before the first rejected row, and nothing stands under `path` before it is complete. */
export function rejectedFile(path: string, headers: readonly string[]): RejectedFile {
  const unfinished = `${path}.${process.pid}.tmp`;
  let file: FileHandle | null = null;
  return {
    async add(rows) {
      if (rows.length === 0) return;
      try {
        file ??= await started(unfinished, headers);
        await file.write(
          rows.map(({ row, reason, message }) => csvLine([String(row.line), reason, message, ...row.cells])).join(""),
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

async function started(path: string, headers: readonly string[]): Promise<FileHandle> {
  const file = await open(path, "w", 0o600);
  await file.write(csvLine(["line", "reason", "message", ...headers]));
  return file;
}

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\n`;

const csvCell = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
