import { Trans } from "@lingui/react/macro";
import { Badge, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconCheck, IconCircleDashed, IconLock, IconLockOpen, IconMapPin, IconMinus } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import type { WorkPhase } from "../api/answers.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { ConditionRow } from "./condition-row.tsx";
import classes from "./gate-card.module.css";

const stateTones = { done: "good", missing: "soon", "not-needed": "quiet" } as const;
const stateIcons = { done: IconCheck, missing: IconCircleDashed, "not-needed": IconMinus } as const;

/**
 * A phase with its gates: what each needs, done (who, when, what) or missing (who can do it). `children` is what can be
 * done now: going on where that would succeed, else what is missing.
 */
export function GateCard({
  phase,
  account,
  deliverable,
  children,
}: {
  readonly phase: WorkPhase;
  readonly account: string;
  readonly deliverable: string;
  readonly children?: ReactNode;
}) {
  const heading = useId();
  return (
    <Paper
      component="section"
      withBorder
      aria-labelledby={heading}
      className={classes.card ?? ""}
      data-state={phase.state}
    >
      <Group justify="space-between" gap="xs" px="md" pt="sm" pb="xs">
        <Title order={3} id={heading}>
          {phase.number === null ? phase.title : `${phase.number} · ${phase.title}`}
        </Title>
        <PhaseState state={phase.state} />
      </Group>
      {phase.gates.length === 0 ? (
        <Text size="sm" c="dimmed" px="md" pb="md">
          <Trans>Work that reached this phase is live. More work on it is scoped and estimated as new work.</Trans>
        </Text>
      ) : null}
      {phase.gates.map((gate) => (
        <div key={gate.gate} className={classes.gate}>
          <Group gap="0.6rem" mb="xs" align="center">
            {gate.state === "passed" ? <IconLockOpen size={18} aria-hidden /> : <IconLock size={18} aria-hidden />}
            <Text size="sm" fw={600}>
              {gate.title}
            </Text>
            {gate.clauses.map((clause) => (
              <ClauseLink key={clause} id={clause} />
            ))}
          </Group>
          <Stack component="ul" gap={8} className={classes.conditions ?? ""}>
            {gate.conditions.map((condition) => {
              const Icon = stateIcons[condition.state];
              return (
                <li key={condition.condition} className={classes.condition} data-state={condition.state}>
                  <Icon size={18} className={classes.icon} data-tone={stateTones[condition.state]} aria-hidden />
                  <ConditionRow
                    condition={condition}
                    offered={phase.state === "present"}
                    account={account}
                    deliverable={deliverable}
                  />
                </li>
              );
            })}
          </Stack>
        </div>
      ))}
      {children === undefined ? null : <div className={classes.foot}>{children}</div>}
    </Paper>
  );
}

function PhaseState({ state }: { readonly state: WorkPhase["state"] }) {
  if (state === "past")
    return (
      <StateBadge tone="good">
        <Trans>Passed</Trans>
      </StateBadge>
    );
  if (state === "present")
    return (
      <Badge leftSection={<IconMapPin size={14} aria-hidden />}>
        <Trans>Here now</Trans>
      </Badge>
    );
  return (
    <StateBadge tone="quiet">
      <Trans>Ahead</Trans>
    </StateBadge>
  );
}
