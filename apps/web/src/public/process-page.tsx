import { type CustomizationProcess, customizationProcess } from "@cimpro/domain";
import { Badge, Group, List, Stack, Text } from "@mantine/core";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { ClauseNotes } from "./clause-notes.tsx";
import { useOffer } from "./use-offer.ts";

type Phase = CustomizationProcess["phases"][number];
type Gate = Phase["gates"][number];
type Condition = Gate["conditions"][number];

/** How a customization comes live, phase by phase, with what each gate needs and of whom. */
export function ProcessPage() {
  const { policy } = useOffer();
  const { phases, criticalWorkflows, goingBack } = customizationProcess(policy);
  const numbered = phases.filter(({ number }) => number !== null);
  return (
    <Page
      title="How work comes live"
      answer={`${numbered.length} phases, each ending at gates that open only when everything they need is there.`}
    >
      {phases.map((phase) => (
        <Section
          key={phase.id}
          title={phase.number === null ? phase.title : `${phase.number} · ${phase.title}`}
          note={<ClauseNotes ids={phase.clauses} />}
        >
          {phase.gates.length === 0 ? (
            <Text size="sm">What comes later is scoped and estimated as new work.</Text>
          ) : (
            <Stack gap="md">
              {phase.gates.map((gate) => (
                <GateText key={gate.id} gate={gate} phases={phases} />
              ))}
            </Stack>
          )}
        </Section>
      ))}
      <Section title="Going back" note={<ClauseNotes ids={goingBack.clauses} />}>
        <Text size="sm">
          A phase may be gone back to, with a reason. What was stated before is kept: who, when and what.
        </Text>
      </Section>
      {criticalWorkflows.length === 0 ? null : (
        <Section title="Critical workflows" note="Where customers tell their own staff before a deployment.">
          <Group gap="xs">
            {criticalWorkflows.map((each) => (
              <Badge key={each} variant="default" size="lg" tt="none">
                {each}
              </Badge>
            ))}
          </Group>
        </Section>
      )}
    </Page>
  );
}

function GateText({ gate, phases }: { readonly gate: Gate; readonly phases: readonly Phase[] }) {
  const next = phases.find(({ id }) => id === gate.leadsTo);
  return (
    <div>
      <Text fw={600} size="sm">
        Gate: {gate.title}
        {next === undefined ? "" : ` → ${next.title}`}
      </Text>
      <List size="sm" spacing={4} mt={4}>
        {gate.conditions.map((condition) => (
          <List.Item key={condition.id}>
            {condition.title}
            <Text component="span" size="sm" c="dimmed">
              {givers(condition)}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

const giverWords: Readonly<Record<string, string>> = {
  "program-manager": "your program manager",
  customer: "your people",
  coordinator: "a coordinator",
  consultant: "a consultant",
  developer: "a developer",
};

function givers({ evidence, when }: Condition): string {
  const only = when === undefined ? "" : ", for work on a critical workflow";
  if (evidence.kind !== "statement") return ` (counted${only})`;
  const by = evidence.by.map((giver) => giverWords[giver] ?? giver).join(" or ");
  return ` (by ${by}${evidence.notBy === undefined ? "" : ", not its author"}${only})`;
}
