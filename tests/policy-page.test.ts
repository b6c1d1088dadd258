import { clausesOfSetting, defaultPolicy, type PolicySetting, policySettings, settingWords } from "@cimpro/domain";
import { expect, test } from "vitest";

/** What stands in a policy file at the setting's path. */
function written(setting: PolicySetting): string {
  switch (setting.kind) {
    case "rate":
      return "cents an hour";
    case "duration":
      return "minutes";
    case "count":
      return `${setting.unit}s`;
    case "percent":
      return "whole per cent";
    case "percents":
      return "whole per cents, rising";
    case "day":
      return "`YYYY-MM-DD`";
    case "days":
      return "days, each `YYYY-MM-DD`";
    case "texts":
      return "texts";
    case "choice":
      return Object.entries(setting.words)
        .map(([word, meaning]) => `\`${word}\` (${meaning})`)
        .join(" or ");
    case "phase":
      return "the id of a phase, or `null`";
    case "window":
      return '`{"from", "to", "unit"}`, the unit `weeks` or `months`';
  }
}

const brief = (value: string): string => (value.length > 60 ? `${value.split("; ").length} texts` : value);

const page = `# The policy's settings

What a practice decides is data: \`cimpro policy show --json\` prints all of it, \`cimpro policy validate FILE\` checks a file, and
\`cimpro policy adopt FILE --from DATE\` puts one in force from a day on. This page is made of the list that the dashboard's policy
page and \`cimpro policy show\` read too (\`packages/domain/src/policy/settings.ts\`); \`pnpm exec vitest run --project house -u\` makes it
anew. Rates, packages, phases and the steps of implementations are tables of their own.

| path | says | written as | by default | clauses |
| --- | --- | --- | --- | --- |
${policySettings
  .map((setting) => {
    const clauses = clausesOfSetting(setting, defaultPolicy).map(({ id }) => id);
    const value = brief(settingWords(setting, defaultPolicy));
    return `| \`${setting.path}\` | ${setting.label} | ${written(setting)} | ${value} | ${clauses.join(", ")} |`;
  })
  .join("\n")}
`;

test("the page of the policy's settings says what the list of them says", async () => {
  await expect(page).toMatchFileSnapshot("../docs/policy.md");
});
