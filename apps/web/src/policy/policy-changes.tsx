import { diffPolicies, policySettings } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Code, Skeleton, Text } from "@mantine/core";
import type { PolicyView } from "../api/answers.ts";
import { usePolicy } from "../api/policy.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { changeText } from "./change-text.ts";

type Change = ReturnType<typeof diffPolicies>[number];

/** Where the shown version differs from another. */
export function PolicyChanges({ shown, other }: { readonly shown: PolicyView; readonly other: number }) {
  const compared = usePolicy(other);
  if (compared === undefined) return <Skeleton h={160} />;
  const [before, after] = compared.version < shown.version ? [compared, shown] : [shown, compared];
  const first = before.version;
  const second = after.version;
  return (
    <Section title={t`From version ${first} to version ${second}`} flush>
      <DataTable<Change>
        label={t`Changes`}
        rows={diffPolicies(before.policy, after.policy)}
        rowKey={({ path }) => path}
        sort="fixed"
        fileName={`policy-${first}-${second}`}
        empty={<Empty title={t`The two are the same`} next={t`Choose another version to compare with.`} />}
        columns={[
          {
            id: "path",
            label: t`Where`,
            show: ({ path }) => <Place path={path} />,
            value: ({ path }) => path,
          },
          {
            id: "before",
            label: t`Version ${first}`,
            show: (change) => changeText(change.path, change.before, before.policy.currency),
            csv: (change) => changeText(change.path, change.before, before.policy.currency),
          },
          {
            id: "after",
            label: t`Version ${second}`,
            show: (change) => changeText(change.path, change.after, after.policy.currency),
            csv: (change) => changeText(change.path, change.after, after.policy.currency),
          },
        ]}
      />
    </Section>
  );
}

/** The parts of a policy that have no line among the settings. */
const parts: Readonly<Record<string, MessageDescriptor>> = {
  title: msg`Title`,
  rateCard: msg`Standard rates`,
  premiums: msg`Lead-time premiums`,
  expectedRise: msg`Expected rise of rates`,
  leadTimes: msg`Lead times`,
  allowances: msg`Allowances`,
  requests: msg`Requests and backlog`,
  invoices: msg`Invoices and payments`,
  billing: msg`Billing periods`,
  deliverables: msg`Deliverables and SOWs`,
  packages: msg`Labor packages`,
  implementation: msg`The implementation plan`,
  process: msg`Phases and gates`,
  documents: msg`Source documents`,
  clauses: msg`Clauses`,
};

const labels = new Map(policySettings.map(({ path, label }) => [path, label]));

/** Where in the policy, by the setting's name where it has one. */
function Place({ path }: { readonly path: string }) {
  const [part = ""] = path.split(".");
  const known = parts[part];
  const name = labels.get(path) ?? (known === undefined ? undefined : i18n._(known));
  return (
    <>
      {name === undefined ? null : <Text size="sm">{name}</Text>}
      <Code>{path}</Code>
    </>
  );
}
