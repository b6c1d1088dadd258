import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import type { WorkStanding } from "../api/answers.ts";
import classes from "./phase-track.module.css";

type Phase = WorkStanding["phases"][number];

const words: Readonly<Record<Phase["state"], MessageDescriptor>> = {
  past: msg`done`,
  present: msg`under way`,
  ahead: msg`to come`,
};

/** How far a piece of work is: its phase by name, and all of them at a glance. */
export function PhaseTrack({ phases }: { readonly phases: readonly Phase[] }) {
  const numbered = phases.filter(({ number }) => number !== null);
  const present = phases.find(({ state }) => state === "present");
  const title = present?.title;
  const [number, count] = [present?.number ?? null, numbered.length];
  return (
    <div>
      <Text size="sm" component="div">
        {number === null ? (
          <Trans>
            {title}
            <Dimmed>, all phases passed</Dimmed>
          </Trans>
        ) : (
          <Trans>
            {title}
            <Dimmed>
              , phase {number} of {count}
            </Dimmed>
          </Trans>
        )}
      </Text>
      <ol className={classes.track} aria-label={t`Phases`}>
        {numbered.map((phase) => {
          const said = `${phase.title}: ${i18n._(words[phase.state])}`;
          return (
            <li key={phase.phase} data-state={phase.state} title={said}>
              <VisuallyHidden>{said}</VisuallyHidden>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Dimmed({ children }: { readonly children?: ReactNode }) {
  return (
    <Text span inherit c="dimmed">
      {children}
    </Text>
  );
}
