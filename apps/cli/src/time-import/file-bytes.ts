import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { missing, unreadable } from "./unreadable-file.ts";

const chunkBytes = 256 * 1024;

/** The bytes of a file, unpacked if it is gzip, whatever its name. Says clearly what is no such file. */
export async function* fileBytes(path: string): AsyncGenerator<Buffer> {
  const file = await openFile(path);
  try {
    const magic = await firstBytes(file);
    if (isArchive(magic)) throw unreadable(`${path} is a workbook or a zip archive; export it as CSV`);
    const stream = file.createReadStream({ start: 0, highWaterMark: chunkBytes, autoClose: false });
    if (magic.subarray(0, 2).toString("hex") === "1f8b") yield* unpacked(path, stream);
    else yield* stream;
  } catch (error) {
    throw codeOf(error).startsWith("E")
      ? unreadable(`${path} could not be read to its end: ${codeOf(error)}`, error)
      : error;
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, "r");
    const about = await file.stat();
    if (about.isFile()) return file;
    await file.close();
    throw unreadable(about.isDirectory() ? `${path} is a folder; name a file` : `${path} is not a regular file`);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") throw missing(path, error);
    if (code === "EISDIR") throw unreadable(`${path} is a folder; name a file`, error);
    throw code.startsWith("E") ? unreadable(`${path} cannot be opened: ${code}`, error) : error;
  }
}

async function firstBytes(file: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
  return buffer.subarray(0, bytesRead);
}

async function* unpacked(path: string, packed: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  packed.once("error", (error) => gunzip.destroy(error));
  try {
    yield* packed.pipe(gunzip);
  } catch (error) {
    if (codeOf(error) === "Z_BUF_ERROR") throw unreadable(`${path} breaks off: the gzip file is not complete`, error);
    throw codeOf(error).startsWith("Z_") ? unreadable(`${path} is a damaged gzip file`, error) : error;
  } finally {
    packed.destroy();
  }
}

/** Zip, which modern workbooks are, and the older workbook format. */
const isArchive = (magic: Buffer): boolean => ["504b0304", "d0cf11e0"].includes(magic.toString("hex"));

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
