import { clausesOfSetting, type Origin, type Policy } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Group } from "@mantine/core";
import { DataTable } from "../data-table/data-table.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { OriginBadge } from "../why/origin-badge.tsx";
import classes from "./setting-table.module.css";
import { type SettingRow, settingsOf } from "./settings.ts";

/** What a practice may set, with the clauses that the value belongs to and who decided it. */
export function SettingTable({ policy, version }: { readonly policy: Policy; readonly version: number }) {
  const clausesOf = ({ setting }: SettingRow) => clausesOfSetting(setting, policy);
  return (
    <Section title={t`Settings`} flush>
      <DataTable<SettingRow>
        label={t`Settings`}
        rows={settingsOf(policy)}
        rowKey={({ setting }) => setting.path}
        sort="fixed"
        fileName={`policy-settings-${version}`}
        empty={null}
        columns={[
          {
            id: "label",
            label: t`Setting`,
            show: ({ setting: { label, path } }) => (
              <span title={path} className={classes.label}>
                {label}
              </span>
            ),
            csv: ({ setting }) => setting.label,
          },
          { id: "value", label: t`Value`, show: ({ value }) => value, csv: ({ value }) => value },
          {
            id: "clauses",
            label: t`Clauses`,
            show: (row) => (
              <Group gap={4}>
                {clausesOf(row).map(({ id }) => (
                  <ClauseLink key={id} id={id} version={version} />
                ))}
              </Group>
            ),
            csv: (row) =>
              clausesOf(row)
                .map(({ id }) => id)
                .join(" "),
          },
          {
            id: "origin",
            label: t`Says`,
            show: (row) => (
              <Group gap={4} wrap="nowrap" miw="6rem">
                {originsOf(clausesOf(row).flatMap(({ parts }) => parts)).map((origin) => (
                  <OriginBadge key={origin} origin={origin} />
                ))}
              </Group>
            ),
            csv: (row) => originsOf(clausesOf(row).flatMap(({ parts }) => parts)).join(" "),
          },
        ]}
      />
    </Section>
  );
}

const originsOf = (parts: readonly { readonly origin: Origin }[]): readonly Origin[] =>
  [...new Set(parts.map(({ origin }) => origin))].toSorted().toReversed();
