import { Code, Group, Text } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
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

/** The present phase first, then what was found, then the other phases and the sealed dossier. */
export function GatesTab({ work, phases }: TabProps) {
  const mayMove = useMay("delivering");
  const { account, id: deliverable } = work;
  const present = phases.phases.find(({ state }) => state === "present");
  const at = phases.phases.findIndex(({ state }) => state === "present");
  const before = phases.phases[at - 1];
  const goesBack = mayMove && work.state === "open" && at > 0 && phases.next !== null && before !== undefined;
  return (
    <>
      {present === undefined ? null : (
        <GateCard phase={present} account={account} deliverable={deliverable}>
          {phases.next === null ? undefined : <Advance phases={phases} />}
          {goesBack ? (
            <AskLink ask="back" size="xs" variant="subtle" color="gray" mt="xs">
              Go back to {before.title}
            </AskLink>
          ) : null}
        </GateCard>
      )}
      {phases.deploymentOn === null && phases.stabilization.endsOn === null ? null : (
        <Text size="sm">
          {phases.deploymentOn === null ? null : (
            <>
              Deployment is scheduled for <DayLabel day={phases.deploymentOn} />.{" "}
            </>
          )}
          {phases.stabilization.endsOn === null ? null : (
            <>
              Stabilization is planned for {phases.stabilization.days} days, to{" "}
              <DayLabel day={phases.stabilization.endsOn} />. <ClauseLink id="PROC-6" />
            </>
          )}
        </Text>
      )}
      {mayMove && work.state === "open" ? (
        <Group>
          <AskLink ask="stabilization" size="xs">
            Plan stabilization ({phases.stabilization.days} days)
          </AskLink>
        </Group>
      ) : null}
      <Findings kind="punch-list-item" work={work} />
      <Findings kind="issue" work={work} />
      <div className={classes.others}>
        {phases.phases
          .filter(({ state }) => state !== "present")
          .map((phase) => (
            <details key={phase.phase}>
              <summary>
                {phase.title}: {phase.state === "past" ? "passed" : "ahead"}
              </summary>
              <GateCard phase={phase} account={account} deliverable={deliverable} />
            </details>
          ))}
      </div>
      <DossierSection account={account} deliverable={deliverable} />
    </>
  );
}

/** Everything stated for the gates, under a seal by which a printed copy can be checked (PROC-7). */
function DossierSection({ account, deliverable }: { readonly account: string; readonly deliverable: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const { seal } = useSuspenseQuery(api.phase.dossier.queryOptions({ account, deliverable })).data;
  return (
    <Section
      title="Dossier"
      note="Everything that was stated for the gates: who, when and what. Nothing in it is ever taken back."
      actions={
        <PrintButton
          label="the dossier"
          print={() => queries.fetchQuery(api.document.dossier.queryOptions({ account, deliverable }))}
        />
      }
    >
      <Text size="sm" component="div">
        Seal of what it says now: <Code style={{ overflowWrap: "anywhere" }}>{seal}</Code> <ClauseLink id="PROC-7" />
      </Text>
    </Section>
  );
}
