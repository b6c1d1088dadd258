import { Trans } from "@lingui/react/macro";
import { Group, Text, Title } from "@mantine/core";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "./clause-link.tsx";
import type { ExplainedStep } from "./explanation.ts";
import classes from "./step-list.module.css";

/** How a figure was worked out, step by step, results under each other. */
export function StepList({
  steps,
  version,
}: {
  readonly steps: readonly ExplainedStep[];
  readonly version: number | undefined;
}) {
  if (steps.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        <Trans>How it was worked out</Trans>
      </Title>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={`${step.what} ${step.result ?? ""}`} className={classes.step}>
            <div>
              <Group gap="xs" align="baseline">
                <Text size="sm" fw={500}>
                  {step.link === undefined ? step.what : <TextLink {...step.link}>{step.what}</TextLink>}
                </Text>
                {step.clause === undefined ? null : <ClauseLink id={step.clause} version={version} />}
              </Group>
              {step.working === undefined ? null : (
                <Text size="sm" c="dimmed" className="figure">
                  {step.working}
                </Text>
              )}
            </div>
            {step.result === undefined ? null : (
              <Text size="sm" fw={600} className="figure">
                {step.result}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
