import type { Origin, Policy } from "@cimpro/domain";
import { Group } from "@mantine/core";
import { DataTable } from "../data-table/data-table.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { OriginBadge } from "../why/origin-badge.tsx";
import { type Setting, settingsOf } from "./settings.ts";

/** What a practice may set, with the clauses that the value belongs to and who decided it. */
export function SettingTable({ policy, version }: { readonly policy: Policy; readonly version: number }) {
  const clausesOf = ({ path }: Setting) => policy.clauses.filter(({ settings }) => settings.includes(path));
  return (
    <Section title="Settings" flush>
      <DataTable<Setting>
        label="Settings"
        rows={settingsOf(policy)}
        rowKey={({ path }) => path}
        sort="fixed"
        empty={null}
        columns={[
          { id: "label", label: "Setting", show: ({ label, path }) => <span title={path}>{label}</span> },
          { id: "value", label: "Value", show: ({ value }) => value },
          {
            id: "clauses",
            label: "Clauses",
            show: (setting) => (
              <Group gap={4}>
                {clausesOf(setting).map(({ id }) => (
                  <ClauseLink key={id} id={id} version={version} />
                ))}
              </Group>
            ),
          },
          {
            id: "origin",
            label: "Says",
            show: (setting) => (
              <Group gap={4}>
                {originsOf(clausesOf(setting).flatMap(({ parts }) => parts)).map((origin) => (
                  <OriginBadge key={origin} origin={origin} />
                ))}
              </Group>
            ),
          },
        ]}
      />
    </Section>
  );
}

const originsOf = (parts: readonly { readonly origin: Origin }[]): readonly Origin[] =>
  [...new Set(parts.map(({ origin }) => origin))].toSorted().toReversed();
