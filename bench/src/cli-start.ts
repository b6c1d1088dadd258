import { bareNode, cimpro } from "./cli.ts";
import type { Comparison } from "./measure.ts";

/** How long a person waits for the CLI, against Node with nothing to do. */
export const cliStartCases = (books: string): readonly Comparison[] => [
  {
    name: "`cimpro quote` from a cold start",
    baseName: "`node -e 0`",
    unit: "ms",
    bound: 2,
    ours: async () => (await cimpro("quote", "--hours", "10", "--json")).ms,
    base: async () => (await bareNode()).ms,
  },
  {
    name: "`cimpro account standing` on a local file",
    baseName: "`node -e 0`",
    unit: "ms",
    bound: 4,
    ours: async () => (await cimpro("account", "standing", "b", "--db", books, "--json")).ms,
    base: async () => (await bareNode()).ms,
  },
];
