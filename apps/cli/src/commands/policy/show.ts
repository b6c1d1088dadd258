import { clausesOfSetting, formatMoney, type Policy, policySettings, settingWords } from "@cimpro/domain";
import { asWhole } from "../../arguments/parse.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, facts, left, right } from "../../terminal/block.ts";
import { asksBooks } from "./of-books.ts";

/** `cimpro policy show` */
export const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "the policy as data",
    details:
      "The policy that calculators go by, built in or of --policy. With --db or --api: the version in force in those books; with a version number: that version.",
    examples: [
      "cimpro policy show",
      "cimpro policy show --json > policy.json",
      "cimpro policy show --db books.db",
      "cimpro policy show 2 --db books.db",
    ],
    rules: ["RATE-2"],
  })
    .argument("[version]", "a version adopted in the books", asWhole(1))
    .action(async (version) => {
      if (!asksBooks(shell, version)) return shell.answer(await shell.policy(), policyView);
      const client = await shell.client("read");
      return shell.answer(await client.policy.show.query({ version }), (shown) => [
        facts(["Version", String(shown.version)], ["From", shown.from]),
        ...policyView(shown.policy),
      ]);
    });

const policyView = (policy: Policy): readonly Block[] => [
  facts(["Policy", `${policy.title} (${policy.id})`], ["Clauses", String(policy.clauses.length)]),
  {
    kind: "table",
    title: "Rates",
    columns: [left("From"), right("Per hour")],
    rows: policy.rateCard.map(({ validFrom, ratePerHour }) => [validFrom, formatMoney(ratePerHour, policy.currency)]),
  },
  {
    kind: "table",
    title: "Settings",
    // The values last: some are long.
    columns: [left("Setting"), left("Path"), left("Rules"), left("Value")],
    rows: policySettings.map((setting) => [
      setting.label,
      setting.path,
      clausesOfSetting(setting, policy)
        .map(({ id }) => id)
        .join(" "),
      settingWords(setting, policy),
    ]),
  },
];
