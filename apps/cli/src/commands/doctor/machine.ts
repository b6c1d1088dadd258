import type { Terminal } from "../../terminal/terminal.ts";
import type { Check } from "./examine.ts";

// better-sqlite3 is built for Node-API 10: on an older Node it brings the process down.
const oldestNode = [22, 14] as const;
/** The day this program was written: a clock before it is wrong. */
const earliestNow = Date.UTC(2025, 0, 1);

export async function checkMachine({ now }: Terminal): Promise<readonly Check[]> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const recent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [
    {
      check: "node",
      ok: recent,
      found: process.versions.node,
      ...(recent ? {} : { advice: `Install Node ${oldestNode.join(".")} or newer.` }),
    },
    {
      check: "clock",
      ok: now() > earliestNow,
      found: `${new Date(now()).toISOString()}, this machine in ${zone}`,
      ...(now() > earliestNow ? {} : { advice: "Set the clock: due dates and periods follow it." }),
    },
  ];
}
