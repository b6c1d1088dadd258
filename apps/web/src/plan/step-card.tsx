import type { ImplementationTerms, PlannedStep } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Badge, Button, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import { useMay, useOwnAccount, useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Checklist, checklistOf } from "./checklist.tsx";
import { responsibleTitles } from "./responsible-titles.ts";
import type { Marks } from "./use-marks.ts";

/** A step whose turn it is: who does it, what belongs to it, and the way to say that it is done. */
export function StepCard({
  step,
  terms,
  marks,
  onDone,
}: {
  readonly step: PlannedStep;
  readonly terms: ImplementationTerms;
  readonly marks: Marks;
  /** Says that the step is done. */
  readonly onDone: () => void;
}) {
  const today = useToday();
  const isCustomer = useOwnAccount() !== null;
  const known = terms.steps.find(({ id }) => id === step.id);
  // What is ours to do is ours to call done.
  const mayMark = useMay("plan.done") && !(isCustomer && known?.side === "ours");
  const tasks = checklistOf(marks.shown, step.id).length > 0 ? [] : (known?.tasks ?? []);
  return (
    <Paper component="article" withBorder p="md" aria-label={step.label}>
      <Group justify="space-between" align="flex-start" gap="xs" mb="sm">
        <div style={{ flex: "1 1 14rem" }}>
          <Title order={3}>{step.label}</Title>
          <Text size="sm" c="dimmed">
            {forecastWords(step, today)}
          </Text>
          <Group gap={6} mt={6}>
            {responsibleTitles(step.responsible, terms).map((title) => (
              <Badge key={title} variant="default">
                {title}
              </Badge>
            ))}
          </Group>
        </div>
        {mayMark ? (
          <Button size="sm" variant="light" onClick={onDone} style={{ flexShrink: 0 }}>
            {t`Mark as done`}
          </Button>
        ) : null}
      </Group>
      <Stack gap="sm">
        <Checklist step={step.id} marks={marks} mayMark={mayMark} />
        {tasks.length === 0 ? null : (
          <List size="sm">
            {tasks.map((task) => (
              <List.Item key={task}>{task}</List.Item>
            ))}
          </List>
        )}
        <RefusalNote error={marks.refusalOf(step.id)} />
      </Stack>
    </Paper>
  );
}

/** `Forecast to end Mon 3 Nov, 2 days late`; nothing for a step without an end. */
function forecastWords({ forecast, slipDays }: PlannedStep, today: string): string {
  if (forecast.end === null) return "";
  const end = formatDay(forecast.end, today);
  return slipDays > 0
    ? t`Forecast to end ${end}, ${plural(slipDays, { one: "# day late", other: "# days late" })}`
    : t`Forecast to end ${end}`;
}
