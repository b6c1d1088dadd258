import type { Origin, Policy } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Group } from "@mantine/core";
import { DataTable } from "../data-table/data-table.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { OriginBadge } from "../why/origin-badge.tsx";
import classes from "./setting-table.module.css";
import { type Setting, settingsOf } from "./settings.ts";

/** What a practice may set, with the clauses that the value belongs to and who decided it. */
export function SettingTable({ policy, version }: { readonly policy: Policy; readonly version: number }) {
  const clausesOf = ({ path }: Setting) => policy.clauses.filter(({ settings }) => settings.includes(path));
  return (
    <Section title={t`Settings`} flush>
      <DataTable<Setting>
        label={t`Settings`}
        rows={settingsOf(policy)}
        rowKey={({ path }) => path}
        sort="fixed"
        fileName={`policy-settings-${version}`}
        empty={null}
        columns={[
          {
            id: "label",
            label: t`Setting`,
            show: ({ label, path }) => (
              <span title={path} className={classes.label}>
                {label}
              </span>
            ),
            csv: ({ label }) => label,
          },
          { id: "value", label: t`Value`, show: ({ value }) => value, csv: ({ value }) => value },
          {
            id: "clauses",
            label: t`Clauses`,
            show: (setting) => (
              <Group gap={4}>
                {clausesOf(setting).map(({ id }) => (
                  <ClauseLink key={id} id={id} version={version} />
                ))}
              </Group>
            ),
            csv: (setting) =>
              clausesOf(setting)
                .map(({ id }) => id)
                .join(" "),
          },
          {
            id: "origin",
            label: t`Says`,
            show: (setting) => (
              <Group gap={4} wrap="nowrap" miw="6rem">
                {originsOf(clausesOf(setting).flatMap(({ parts }) => parts)).map((origin) => (
                  <OriginBadge key={origin} origin={origin} />
                ))}
              </Group>
            ),
            csv: (setting) => originsOf(clausesOf(setting).flatMap(({ parts }) => parts)).join(" "),
          },
        ]}
      />
    </Section>
  );
}

const originsOf = (parts: readonly { readonly origin: Origin }[]): readonly Origin[] =>
  [...new Set(parts.map(({ origin }) => origin))].toSorted().toReversed();
