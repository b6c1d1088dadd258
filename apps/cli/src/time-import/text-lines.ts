import { unreadable } from "./unreadable-file.ts";

/** One line of a text file, without its end. */
export interface TextLine {
  readonly line: number;
  readonly raw: string;
}

const longestLine = 1024 * 1024;

/** The lines of a UTF-8 text, a chunk's at a time. */
export async function* textLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly TextLine[]> {
  let line = 1;
  let left = "";
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    const parts = (left + decoder.decode(chunk, { stream: true })).split("\n");
    left = parts.pop() ?? "";
    if (left.length > longestLine) throw unreadable(`line ${line + parts.length} is longer than 1 MB`);
    yield parts.map((part) => ({ line: line++, raw: part.replace(/\r$/, "") }));
  }
  if (left !== "") yield [{ line, raw: left.replace(/\r$/, "") }];
}
