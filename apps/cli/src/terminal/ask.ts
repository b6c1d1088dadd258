import { createInterface } from "node:readline/promises";

/** Asks the person at the terminal; the question is no data, so it goes beside the output. */
export async function askPerson(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
