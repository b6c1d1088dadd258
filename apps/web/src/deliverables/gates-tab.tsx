import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Code, Group, Stack, Text } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { DeliverableView, WorkPhase } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { PrintButton } from "../documents/print-button.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Advance } from "../gate-card/advance.tsx";
import { GateCard } from "../gate-card/gate-card.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import type { TabProps } from "./deliverable-tabs.tsx";
import { Findings } from "./findings.tsx";
import classes from "./gates-tab.module.css";
import { WhatEnds } from "./what-ends.tsx";

/** The present phase first, then what was found, then the other phases and the sealed dossier. */
export function GatesTab({ work, phases }: TabProps) {
  const mayMove = useMay("phase.back");
  const { account, id: deliverable } = work;
  const present = phases.phases.find(({ state }) => state === "present");
  const at = phases.phases.findIndex(({ state }) => state === "present");
  const before = phases.phases[at - 1];
  const { days, endsOn } = phases.stabilization;
  const plannedDays = plural(days, { one: "# day", other: "# days" });
  const beforeTitle = before?.title ?? "";
  const plans = mayMove && work.state === "open";
  const goesBack = mayMove && work.state === "open" && at > 0 && phases.next !== null && before !== undefined;
  return (
    <>
      {present === undefined ? null : (
        <GateCard phase={present} account={account} deliverable={deliverable}>
          {phases.next === null && !plans ? undefined : (
            <>
              <Advance phases={phases}>
                <EndsWithIt work={work} />
              </Advance>
              {goesBack || plans ? (
                <Group gap="xs" mt="sm">
                  {goesBack ? (
                    <AskLink ask="back" size="xs">
                      <Trans>Go back to {beforeTitle}</Trans>
                    </AskLink>
                  ) : null}
                  {plans ? (
                    <AskLink ask="stabilization" size="xs">
                      <Trans>Plan stabilization ({plannedDays})</Trans>
                    </AskLink>
                  ) : null}
                </Group>
              ) : null}
            </>
          )}
        </GateCard>
      )}
      {phases.deploymentOn === null && endsOn === null ? null : (
        <Text size="sm">
          {phases.deploymentOn === null ? null : (
            <>
              <Trans>
                Deployment is scheduled for <DayLabel day={phases.deploymentOn} />.
              </Trans>{" "}
            </>
          )}
          {endsOn === null ? null : (
            <>
              <Trans>
                Stabilization is planned for {plannedDays}, to <DayLabel day={endsOn} />.
              </Trans>{" "}
              <ClauseLink id="PROC-6" />
            </>
          )}
        </Text>
      )}
      <Findings kind="punch-list-item" work={work} />
      <Findings kind="issue" work={work} />
      <div className={classes.others}>
        {phases.phases
          .filter(({ state }) => state !== "present")
          .map((phase) => (
            <details key={phase.phase}>
              <summary>{summaryOf(phase)}</summary>
              <GateCard phase={phase} account={account} deliverable={deliverable} />
            </details>
          ))}
      </div>
      <DossierSection account={account} deliverable={deliverable} />
    </>
  );
}

/** Into the last phase, the work ends: that is said before (DLV-3). */
function EndsWithIt({ work }: { readonly work: DeliverableView }) {
  return (
    <Stack gap={4} mb="sm">
      <Text size="sm" fw={600}>
        <Trans>Its process is over with that. What changes:</Trans>
      </Text>
      <WhatEnds work={work} />
    </Stack>
  );
}

function summaryOf({ title, state }: WorkPhase): string {
  return state === "past" ? t`${title}: passed` : t`${title}: ahead`;
}

/** Everything stated for the gates, under a seal by which a printed copy can be checked (PROC-7). */
function DossierSection({ account, deliverable }: { readonly account: string; readonly deliverable: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const { seal } = useSuspenseQuery(api.phase.dossier.queryOptions({ account, deliverable })).data;
  return (
    <Section
      title={t`Dossier`}
      note={t`Everything that was stated for the gates: who, when and what. Nothing in it is ever taken back.`}
      actions={
        <PrintButton
          label={t`the dossier`}
          print={() => queries.fetchQuery(api.document.dossier.queryOptions({ account, deliverable }))}
        />
      }
    >
      <Text size="sm" component="div">
        <Trans>
          Seal of what it says now: <Code style={{ overflowWrap: "anywhere" }}>{seal}</Code>
        </Trans>{" "}
        <ClauseLink id="PROC-7" />
      </Text>
    </Section>
  );
}
