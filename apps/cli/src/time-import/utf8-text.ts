import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { unreadable } from "./unreadable-file.ts";

/**
 * The text of a file as UTF-8 without byte-order mark. A mark decides the encoding, else `encoding`, else it must be
 * UTF-8: what is not is refused at its place, never guessed.
 */
export async function* utf8Text(bytes: AsyncIterable<Buffer>, encoding?: string): AsyncGenerator<Buffer> {
  const chunks = withFirst(bytes, 4);
  try {
    const first = await chunks.next();
    if (!first.done) yield* textFrom(first.value, chunks, encoding);
  } finally {
    await chunks.return(undefined);
  }
}

function textFrom(start: Buffer, rest: AsyncIterable<Buffer>, encoding?: string): AsyncGenerator<Buffer> {
  const mark = markOf(start);
  if (mark === null && encoding === undefined && looksLikeUtf16(start))
    throw unreadable(
      "the file looks like UTF-16 without a byte-order mark; save it as UTF-8, or state --encoding utf-16le",
    );
  const marked = mark?.encoding ?? encoding ?? "utf-8";
  const bytes = startingWith(start.subarray(mark?.bytes ?? 0), rest);
  return isUtf8Name(marked) ? checked(bytes, mark?.bytes ?? 0) : decoded(bytes, marked);
}

const isUtf8Name = (encoding: string): boolean => /^utf-?8$/i.test(encoding);

interface Mark {
  readonly encoding: string;
  readonly bytes: number;
}

function markOf(start: Buffer): Mark | null {
  if (start.subarray(0, 3).toString("hex") === "efbbbf") return { encoding: "utf-8", bytes: 3 };
  const two = start.subarray(0, 2).toString("hex");
  if (two === "fffe") return { encoding: "utf-16le", bytes: 2 };
  return two === "feff" ? { encoding: "utf-16be", bytes: 2 } : null;
}

/** Every other byte of Western text in UTF-16 is zero. */
const looksLikeUtf16 = (start: Buffer): boolean => start.length >= 2 && (start[0] === 0) !== (start[1] === 0);

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = decoderFor(encoding);
  let lines = 1;
  const decode = (chunk: Buffer, more: "more" | "last"): Buffer => {
    try {
      const text = Buffer.from(decoder.decode(chunk, { stream: more === "more" }));
      lines += lineEnds(text);
      return text;
    } catch (error) {
      throw unreadable(`the file is not ${encoding} throughout: broken characters after line ${lines}`, error);
    }
  };
  for await (const chunk of bytes) yield decode(chunk, "more");
  yield decode(Buffer.alloc(0), "last");
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch (error) {
    throw unreadable(`"${encoding}" is no encoding; common ones are utf-8, utf-16le and windows-1252`, error);
  }
}

async function* checked(bytes: AsyncIterable<Buffer>, offset: number): AsyncGenerator<Buffer> {
  let [at, lines] = [offset, 1];
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const joined = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const whole = joined.subarray(0, joined.length - unfinished(joined));
    if (!isUtf8(whole)) throw notUtf8(whole, at, lines);
    carried = joined.subarray(whole.length);
    at += whole.length;
    lines += lineEnds(whole);
    yield whole;
  }
  if (carried.length > 0) throw notUtf8(carried, at, lines);
}

/** How many bytes at the end begin a character that the next chunk ends. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function notUtf8(bytes: Buffer, offset: number, firstLine: number): Error {
  const broken = firstBroken(bytes);
  const line = firstLine + lineEnds(bytes.subarray(0, broken));
  const where = `line ${line} (byte ${offset + broken})`;
  return unreadable(
    `the file is not UTF-8: broken character on ${where}; save it as UTF-8, or state its encoding, such as --encoding windows-1252`,
  );
}

/** Where the first character that is not UTF-8 starts: all before it is. */
function firstBroken(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = good + Math.ceil((bad - good) / 2);
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - unfinished(part)))) good = middle;
    else bad = middle;
  }
  return good - unfinished(bytes.subarray(0, good));
}

function lineEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** The same bytes, the first chunk with at least `least` of them if there are as many. */
async function* withFirst(bytes: AsyncIterable<Buffer>, least: number): AsyncGenerator<Buffer> {
  let start: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (start.length >= least) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length >= least) yield start;
  }
  if (start.length > 0 && start.length < least) yield start;
}

async function* startingWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
