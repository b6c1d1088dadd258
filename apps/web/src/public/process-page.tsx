import { type CustomizationProcess, customizationProcess } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Group, List, Stack, Text } from "@mantine/core";
import { anyOf } from "../page/any-of.ts";
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
      title={t`How work comes live`}
      answer={plural(numbered.length, {
        one: "# phase, ending at gates that open only when everything they need is there.",
        other: "# phases, each ending at gates that open only when everything they need is there.",
      })}
    >
      {phases.map((phase) => (
        <Section
          key={phase.id}
          title={phase.number === null ? phase.title : `${phase.number} · ${phase.title}`}
          note={<ClauseNotes ids={phase.clauses} />}
        >
          {phase.gates.length === 0 ? (
            <Text size="sm">
              <Trans>What comes later is scoped and estimated as new work.</Trans>
            </Text>
          ) : (
            <Stack gap="md">
              {phase.gates.map((gate) => (
                <GateText key={gate.id} gate={gate} phases={phases} />
              ))}
            </Stack>
          )}
        </Section>
      ))}
      <Section title={t`Going back`} note={<ClauseNotes ids={goingBack.clauses} />}>
        <Text size="sm">
          <Trans>A phase may be gone back to, with a reason. What was stated before is kept: who, when and what.</Trans>
        </Text>
      </Section>
      {criticalWorkflows.length === 0 ? null : (
        <Section title={t`Critical workflows`} note={t`Where customers tell their own staff before a deployment.`}>
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
  const [title, nextTitle] = [gate.title, next?.title ?? ""];
  return (
    <div>
      <Text fw={600} size="sm">
        {next === undefined ? t`Gate: ${title}` : t`Gate: ${title} → ${nextTitle}`}
      </Text>
      <List size="sm" spacing={4} mt={4}>
        {gate.conditions.map((condition) => (
          <List.Item key={condition.id}>
            {condition.title}
            <Text component="span" size="sm" c="dimmed">
              {" "}
              {givers(condition)}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

const giverWords: Readonly<Record<string, MessageDescriptor>> = {
  "program-manager": msg`your program manager`,
  customer: msg`your people`,
  coordinator: msg`a coordinator`,
  consultant: msg`a consultant`,
  developer: msg`a developer`,
};

const giverName = (giver: string): string => {
  const word = giverWords[giver];
  return word === undefined ? giver : i18n._(word);
};

/** Who gives what a condition asks for, and when it is asked at all. */
function givers({ evidence, when }: Condition): string {
  const always = when === undefined;
  if (evidence.kind !== "statement") return always ? t`(counted)` : t`(counted, for work on a critical workflow)`;
  const people = anyOf(evidence.by.map(giverName));
  if (evidence.notBy === undefined)
    return always ? t`(by ${people})` : t`(by ${people}, for work on a critical workflow)`;
  return always
    ? t`(by ${people}, not its author)`
    : t`(by ${people}, not its author, for work on a critical workflow)`;
}
