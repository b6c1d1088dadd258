import type { Shell } from "../../program/shell.ts";
import { attempt } from "./attempt.ts";
import type { Check } from "./examine.ts";

/** The served practice: whether it answers, and who it takes us for. */
export const checkServer = async (api: string, shell: Shell): Promise<readonly Check[]> => [
  await attempt("server", async () => {
    const client = await shell.client("read");
    const { name, role, practice } = await client.session.me.query();
    return `${api}: ${practice.name}, as ${name} (${role})`;
  }),
];
