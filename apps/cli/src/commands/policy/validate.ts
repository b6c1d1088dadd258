import { defaultPolicy, diffPolicies } from "@cimpro/domain";
import { readPolicyFile } from "../../program/policy-file.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { facts, line } from "../../terminal/block.ts";
import { changesTable } from "./changes-table.ts";

/** `cimpro policy validate` */
export const validateCommand = (shell: Shell) =>
  verb("validate", {
    summary: "check a policy file and name every fault at its path",
    examples: [
      "cimpro policy show --json > policy.json",
      "cimpro policy validate policy.json",
      "cimpro policy adopt policy.json --from 2025-07-01",
    ],
    rules: ["RATE-2"],
  })
    .argument("<file>", "a policy as JSON")
    .action(async (file) => {
      const policy = await readPolicyFile("<file>", file);
      const { id, title, currency } = policy;
      const changes = diffPolicies(defaultPolicy, policy);
      await shell.answer({ ok: true, id, title, currency, changes }, () => [
        line("The policy is sound.", "good"),
        facts(["Policy", `${title} (${id})`], ["Currency", currency]),
        changesTable(changes, {
          title: "Where it differs from the built-in one",
          before: "Built in",
          after: "In the file",
        }),
      ]);
    });
