import { asDay } from "../../arguments/parse.ts";
import { readJsonFile } from "../../program/json-file.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts } from "../../terminal/block.ts";

/** `cimpro policy adopt` */
export const adoptCommand = (shell: Shell) =>
  verb("adopt", {
    summary: "put a policy in force in the books from a day on",
    details:
      "Puts a policy in force in the books from a day on. Earlier days keep what was agreed for them: work is rated by its date.",
    examples: [
      "cimpro policy adopt policy.json --from 2025-07-01 --dry-run",
      "cimpro policy adopt policy.json --from 2025-07-01",
    ],
    rules: ["RATE-2"],
  })
    .argument("<file>", "a policy as JSON")
    .requiredOption("--from <date>", "its first day", asDay)
    .action(async (file, { from }) => {
      const policy = await readJsonFile("<file>", file);
      const client = await shell.client("write");
      await shell.answer(await client.policy.adopt.mutate({ policy, from }), ({ version, id, ...adopted }) => [
        facts(["Version", String(version)], ["Policy", id], ["In force from", adopted.from]),
      ]);
    });
