import { diffPolicies } from "@cimpro/domain";
import { Code, Skeleton } from "@mantine/core";
import type { PolicyView } from "../api/answers.ts";
import { usePolicy } from "../api/policy.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";

type Change = ReturnType<typeof diffPolicies>[number];

/** Where the shown version differs from another. */
export function PolicyChanges({ shown, other }: { readonly shown: PolicyView; readonly other: number }) {
  const compared = usePolicy(other);
  if (compared === undefined) return <Skeleton h={160} />;
  const [before, after] = compared.version < shown.version ? [compared, shown] : [shown, compared];
  return (
    <Section title={`From version ${before.version} to version ${after.version}`} flush>
      <DataTable<Change>
        label="Changes"
        rows={diffPolicies(before.policy, after.policy)}
        rowKey={({ path }) => path}
        sort="fixed"
        empty={<Empty title="The two are the same" next="Choose another version to compare with." />}
        columns={[
          { id: "path", label: "Where", show: ({ path }) => <Code>{path}</Code>, value: ({ path }) => path },
          {
            id: "before",
            label: `Version ${before.version}`,
            show: (change) => written(change.before),
            csv: (change) => written(change.before),
          },
          {
            id: "after",
            label: `Version ${after.version}`,
            show: (change) => written(change.after),
            csv: (change) => written(change.after),
          },
        ]}
      />
    </Section>
  );
}

const written = (value: unknown): string =>
  value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);
