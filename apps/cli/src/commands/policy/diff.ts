import { diffPolicies, type Policy } from "@cimpro/domain";
import { asWhole } from "../../arguments/parse.ts";
import { usage } from "../../failure/failure.ts";
import { readPolicyFile } from "../../program/policy-file.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { line } from "../../terminal/block.ts";
import { changesTable } from "./changes-table.ts";

/** `cimpro policy diff` */
export const diffCommand = (shell: Shell) =>
  verb("diff", {
    summary: "where a policy differs from another, setting by setting",
    details:
      "Where a policy file differs from the built-in policy, from that of --policy, or from a version of the books. Without a file: where a version of the books differs from the built-in policy, or from another version.",
    examples: [
      "cimpro policy diff policy.json",
      "cimpro policy diff policy.json --policy before.json",
      "cimpro policy diff policy.json --from 1 --db books.db",
      "cimpro policy diff --from 1 --to 2 --db books.db",
    ],
    rules: ["RATE-2"],
  })
    .argument("[file]", "a policy as JSON; without it a version of the books, the one in force unless --to says")
    .option("--from <version>", "what it is compared with: a version of the books", asWhole(1))
    .option("--to <version>", "the version of the books that is looked at", asWhole(1))
    .action(async (file, { from, to }) => {
      if (file !== undefined && to !== undefined) throw usage("Name a file or --to, not both.");
      if (from !== undefined && shell.settings().policy !== undefined)
        throw usage("Name --from or --policy, not both.");
      const after =
        file === undefined ? await versionOf(shell, to) : sideOf(null, await readPolicyFile("<file>", file));
      const before = from === undefined ? sideOf(null, await shell.policy()) : await versionOf(shell, from);
      const changes = diffPolicies(before.policy, after.policy);
      await shell.answer({ from: named(before), to: named(after), changes }, (said) => [
        line(`From ${inWords(said.from)} to ${inWords(said.to)}`),
        changesTable(said.changes, { title: "Where they differ", before: "Before", after: "After" }),
      ]);
    });

interface Side {
  /** Null for a file or the built-in policy. */
  readonly version: number | null;
  readonly policy: Policy;
}

const sideOf = (version: number | null, policy: Policy): Side => ({ version, policy });

async function versionOf(shell: Shell, version: number | undefined): Promise<Side> {
  const client = await shell.client("read");
  const shown = await client.policy.show.query({ version });
  return sideOf(shown.version, shown.policy);
}

const named = ({ version, policy: { id, title } }: Side) => ({ version, id, title });

const inWords = ({ version, id, title }: ReturnType<typeof named>): string =>
  `${title} (${id}${version === null ? "" : `, version ${version}`})`;
