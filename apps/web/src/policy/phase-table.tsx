import { type CustomizationProcess, customizationProcess, type Policy } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Group, List, Text } from "@mantine/core";
import { DataTable } from "../data-table/data-table.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

type Phase = CustomizationProcess["phases"][number];

/** The phases of a customization, and what each gate needs before the next one begins (PROC-1 to PROC-7). */
export function PhaseTable({ policy, version }: { readonly policy: Policy; readonly version: number }) {
  const { phases } = customizationProcess(policy);
  return (
    <Section title={t`Phases and gates`} flush>
      <DataTable<Phase>
        label={t`Phases and gates`}
        rows={phases}
        rowKey={({ id }) => id}
        sort="fixed"
        fileName={`phases-${version}`}
        empty={null}
        columns={[
          {
            id: "phase",
            label: t`Phase`,
            show: ({ number, title }) => (number === null ? title : `${number} · ${title}`),
            value: ({ title }) => title,
          },
          {
            id: "needs",
            label: t`Its gates need`,
            show: ({ gates }) => <Conditions gates={gates} />,
            csv: ({ gates }) => gates.flatMap(({ conditions }) => conditions.map(({ title }) => title)).join("; "),
          },
          {
            id: "clauses",
            label: t`Clauses`,
            show: ({ clauses }) => (
              <Group gap={4}>
                {clauses.map((id) => (
                  <ClauseLink key={id} id={id} version={version} />
                ))}
              </Group>
            ),
            csv: ({ clauses }) => clauses.join(" "),
          },
        ]}
      />
    </Section>
  );
}

function Conditions({ gates }: { readonly gates: Phase["gates"] }) {
  if (gates.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t`What comes later is scoped and estimated as new work.`}
      </Text>
    );
  return (
    <List size="sm" spacing={2} ta="start">
      {gates.flatMap(({ id, conditions }) =>
        conditions.map((condition) => <List.Item key={`${id} ${condition.id}`}>{condition.title}</List.Item>),
      )}
    </List>
  );
}
