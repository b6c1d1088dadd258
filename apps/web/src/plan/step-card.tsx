import type { ImplementationTerms, PlannedStep } from "@cimpro/domain";
import { Badge, Button, Checkbox, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { PlanView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useOwnAccount, useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";
import { responsibleTitles } from "./responsible-titles.ts";

/** A step whose turn it is: who does it, what belongs to it, and the way to say that it is done. */
export function StepCard({
  answer,
  step,
  terms,
}: {
  readonly answer: PlanView;
  readonly step: PlannedStep;
  readonly terms: ImplementationTerms;
}) {
  const today = useToday();
  const isCustomer = useOwnAccount() !== null;
  const { account, id: plan } = answer.plan;
  const known = terms.steps.find(({ id }) => id === step.id);
  // What is ours to do is ours to call done.
  const mayMark = useMay("managing") && !(isCustomer && known?.side === "ours");
  const items = answer.checklists.find((list) => list.step === step.id)?.items ?? [];
  const api = useApi();
  const done = useMutation(api.plan.done.mutationOptions({ onSuccess: () => tell(`${step.label} is done.`) }));
  const check = useMutation(api.plan.check.mutationOptions());
  return (
    <Paper component="article" withBorder p="md" aria-label={step.label}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ flex: "1 1 14rem" }}>
          <Title order={3}>{step.label}</Title>
          <Text size="sm" c="dimmed">
            {step.forecast.end === null ? "" : `Forecast to end ${formatDay(step.forecast.end, today)}`}
            {step.slipDays > 0 ? `, ${step.slipDays} ${step.slipDays === 1 ? "day" : "days"} late` : ""}
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
          <Button
            size="sm"
            variant="light"
            loading={done.isPending}
            onClick={() => done.mutate({ account, plan, step: step.id })}
            style={{ flexShrink: 0 }}
          >
            Mark as done
          </Button>
        ) : null}
      </Group>
      {items.length > 0 ? (
        <Stack gap={6} mt="sm">
          {items.map(({ id, title, checkedOn, checkedBy }) => (
            <Checkbox
              key={id}
              label={title}
              description={
                checkedOn === null ? undefined : `${checkedBy ?? "somebody"}, ${formatDay(checkedOn, today)}`
              }
              checked={checkedOn !== null}
              disabled={!mayMark || check.isPending}
              onChange={() => check.mutate({ account, plan, step: step.id, item: id, undo: checkedOn !== null })}
            />
          ))}
        </Stack>
      ) : known === undefined || known.tasks.length === 0 ? null : (
        <List size="sm" mt="sm">
          {known.tasks.map((task) => (
            <List.Item key={task}>{task}</List.Item>
          ))}
        </List>
      )}
      <RefusalNote error={done.error ?? check.error} />
    </Paper>
  );
}
