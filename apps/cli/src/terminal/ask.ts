import { createInterface } from "node:readline/promises";

/** Asks the person at the terminal; the question is no data, so it goes beside the output. Null when they leave (Ctrl-C, Ctrl-D). */
export async function askPerson(question: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const left = new AbortController();
  lines.once("close", () => left.abort());
  try {
    return await lines.question(question, { signal: left.signal });
  } catch (error) {
    if (!left.signal.aborted) throw error;
    process.stderr.write("\n");
    return null;
  } finally {
    lines.close();
  }
}
